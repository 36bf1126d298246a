namespace ModelExporter.Statistics.Performance.Regression;

/// <summary>The mean absolute error relative to the label, as a ratio (0.1 is ten percent).</summary>
/// <remarks>Σ |prediction - label| / |label| over the labels that are not 0, by their number. NaN when there are none.</remarks>
public static class MeanAbsolutePercentageError
{
    public static double Of(double sumRelative, long nNonZero) => Ratio.Of(sumRelative, nNonZero);
}
