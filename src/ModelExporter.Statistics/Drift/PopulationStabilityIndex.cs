namespace ModelExporter.Statistics.Drift;

/// <summary>The population stability index: the symmetric Kullback-Leibler divergence of the groups, in nats.</summary>
/// <remarks>
/// Σ (q - p) ln(q / p) with p the baseline's and q the window's share of a group, both smoothed by half a value per group.
/// Source: S. Lewis, An Introduction to Credit Scoring (1994); distribution: B. Yurdakul (2018). NaN when a side is empty.
/// </remarks>
public static class PopulationStabilityIndex
{
    public static double Of(in DriftSample sample)
    {
        if (sample.IsEmpty)
            return double.NaN;
        int groups = sample.BaselineGroups.Length;
        var baseline = new SmoothedShare(sample.BaselineCount, groups);
        var current = new SmoothedShare(sample.CurrentCount, groups);
        double sum = 0;
        for (int i = 0; i < groups; i++)
        {
            double p = baseline.Of(sample.BaselineGroups[i]);
            double q = current.Of(sample.CurrentGroups[i]);
            sum += (q - p) * Math.Log(q / p);
        }
        return sum;
    }
}
