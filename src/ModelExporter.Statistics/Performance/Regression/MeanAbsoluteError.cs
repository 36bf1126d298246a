namespace ModelExporter.Statistics.Performance.Regression;

/// <summary>The mean absolute error, in the unit of the label.</summary>
/// <remarks>Σ |prediction - label| / n. NaN at n = 0.</remarks>
public static class MeanAbsoluteError
{
    // The 97.5 % quantile of the normal distribution.
    const double Z = 1.959963984540054;

    /// <summary>The 95 % interval by the central limit theorem: mean ± z √((Σ e² / n - mean²) / (n - 1)). NaN below two errors.</summary>
    public static (double Lower, double Upper) Interval(double sumOfAbsoluteErrors, double sumOfSquaredErrors, long count)
    {
        if (count < 2)
            return (double.NaN, double.NaN);
        double mean = sumOfAbsoluteErrors / count;
        double half = Z * Math.Sqrt(Math.Max(0, sumOfSquaredErrors / count - mean * mean) / (count - 1));
        return (Math.Max(0, mean - half), mean + half);
    }

    public static double Of(double sumAbsolute, long n) => Ratio.Of(sumAbsolute, n);
}
