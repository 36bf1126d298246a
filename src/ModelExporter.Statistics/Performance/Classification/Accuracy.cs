namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>The share of predictions that are right.</summary>
/// <remarks>correct / total. NaN when nothing is counted.</remarks>
public static class Accuracy
{
    public static double Of(in ConfusionMatrix matrix) => Ratio.Of(matrix.Correct, matrix.Total);
}
