namespace ModelExporter.Statistics.Drift;

/// <summary>The value of a drift statistic for one comparison; NaN when it is not defined.</summary>
public delegate double DriftFormula(in DriftSample sample);
