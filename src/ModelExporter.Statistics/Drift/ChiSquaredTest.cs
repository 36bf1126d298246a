using MathNet.Numerics;

namespace ModelExporter.Statistics.Drift;

/// <summary>The two-sample chi-squared test: do baseline and window have the same distribution over the groups?</summary>
/// <remarks>
/// Σ (observed - expected)² / expected over groups and both samples, expected = group total · sample size / all; degrees of freedom:
/// groups less one. Groups whose smaller expected count is below 5 are pooled first, and the pool takes in the smallest other group
/// if it is still below 5 (W. Cochran, 1954): one new category does not force a p-value of 0. NaN when a side is empty or fewer than two
/// groups are left.
/// </remarks>
public static class ChiSquaredTest
{
    const double SmallestExpected = 5;

    /// <summary>The test statistic.</summary>
    public static double Statistic(in DriftSample sample) => Test(sample).Statistic;

    /// <summary>The probability of so large a statistic without any drift.</summary>
    public static double PValue(in DriftSample sample)
    {
        var (statistic, freedom) = Test(sample);
        return double.IsNaN(statistic) ? double.NaN : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, statistic / 2);
    }

    static (double Statistic, int Freedom) Test(in DriftSample sample)
    {
        if (sample.IsEmpty)
            return (double.NaN, 0);
        double n = sample.BaselineCount, m = sample.CurrentCount;
        double smallestTotal = SmallestExpected * (n + m) / Math.Min(n, m);
        var groups = Pool(sample, smallestTotal);
        if (groups.Count < 2)
            return (double.NaN, 0);

        double statistic = 0;
        foreach (var (baseline, current) in groups)
        {
            // Both samples' terms in one: what one has too much the other has too little.
            double difference = baseline * Math.Sqrt(m / n) - current * Math.Sqrt(n / m);
            statistic += difference * difference / (baseline + current);
        }
        return (statistic, groups.Count - 1);
    }

    static List<(long Baseline, long Current)> Pool(in DriftSample sample, double smallestTotal)
    {
        var groups = new List<(long Baseline, long Current)>(sample.BaselineGroups.Length);
        for (int i = 0; i < sample.BaselineGroups.Length; i++)
            groups.Add((sample.BaselineGroups[i], sample.CurrentGroups[i]));
        groups.Sort(static (x, y) => (y.Baseline + y.Current).CompareTo(x.Baseline + x.Current));

        (long Baseline, long Current) pool = default;
        while (groups.Count > 0 && IsTooSmall(groups[^1], smallestTotal) || pool != default && IsTooSmall(pool, smallestTotal))
        {
            pool = (pool.Baseline + groups[^1].Baseline, pool.Current + groups[^1].Current);
            groups.RemoveAt(groups.Count - 1);
        }
        if (pool != default)
            groups.Add(pool);
        return groups;
    }

    static bool IsTooSmall((long Baseline, long Current) group, double smallestTotal) =>
        group.Baseline + group.Current < smallestTotal;
}
