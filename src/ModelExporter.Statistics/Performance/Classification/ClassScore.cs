namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>A score of one class against all others; NaN when it is not defined.</summary>
delegate double ClassScore(in ConfusionMatrix matrix, int positive);
