namespace ModelExporter.Statistics.Performance.Regression;

/// <summary>The mean error, in the unit of the label: above zero when the model predicts too much.</summary>
/// <remarks>Σ (prediction - label) / n. NaN at n = 0.</remarks>
public static class MeanError
{
    public static double Of(double sum, long n) => Ratio.Of(sum, n);
}
