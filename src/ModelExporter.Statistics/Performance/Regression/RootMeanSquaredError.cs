namespace ModelExporter.Statistics.Performance.Regression;

/// <summary>The root of the mean squared error, in the unit of the label.</summary>
/// <remarks>√(Σ (prediction - label)² / n). NaN at n = 0.</remarks>
public static class RootMeanSquaredError
{
    public static double Of(double sumSquares, long n) => Math.Sqrt(Ratio.Of(sumSquares, n));
}
