namespace ModelExporter.Statistics.Drift;

/// <summary>The two-sample Kolmogorov-Smirnov test on the bins of a numeric feature.</summary>
/// <remarks>
/// D = max |F(x) - G(x)| over the bin edges x. It never exceeds the distance of the raw values and falls short of it by less than
/// the largest share of one bin. Sources: N. Smirnov (1948); M. Stephens, EDF Statistics for Goodness of Fit (1974).
/// NaN when a side is empty or the feature is categorical.
/// </remarks>
public static class KolmogorovSmirnov
{
    /// <summary>The statistic D, from 0 to 1.</summary>
    public static double Of(in DriftSample sample)
    {
        if (!sample.IsNumeric)
            return double.NaN;
        double n = sample.Baseline.Total, m = sample.Current.Total;
        if (n == 0 || m == 0)
            return double.NaN;
        long below = 0, currentBelow = 0;
        double largest = 0;
        for (int edge = 0; edge < sample.Baseline.Edges.Length; edge++)
        {
            below += sample.Baseline.Counts[edge];
            currentBelow += sample.Current.Counts[edge];
            largest = Math.Max(largest, Math.Abs(below / n - currentBelow / m));
        }
        return largest;
    }

    /// <summary>The probability of so large a D without any drift.</summary>
    /// <remarks>
    /// Asymptotic, with Stephens' correction for small samples: Q((√e + 0.12 + 0.11 / √e) D), e = nm / (n + m). Ties within bins make it
    /// cautious (too large).
    /// </remarks>
    public static double PValue(in DriftSample sample)
    {
        double statistic = Of(sample);
        if (double.IsNaN(statistic))
            return double.NaN;
        double n = sample.Baseline.Total, m = sample.Current.Total;
        double root = Math.Sqrt(n * m / (n + m));
        return KolmogorovDistribution.Survival((root + 0.12 + 0.11 / root) * statistic);
    }
}
