namespace ModelExporter.Statistics.Performance.Regression;

/// <summary>The mean absolute error, in the unit of the label.</summary>
/// <remarks>Σ |prediction - label| / n. NaN at n = 0.</remarks>
public static class MeanAbsoluteError
{
    public static double Of(double sumAbsolute, long n) => Ratio.Of(sumAbsolute, n);
}
