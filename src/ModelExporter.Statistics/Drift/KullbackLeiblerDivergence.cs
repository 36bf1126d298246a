namespace ModelExporter.Statistics.Drift;

/// <summary>The Kullback-Leibler divergence of the window from the baseline, in nats.</summary>
/// <remarks>
/// Σ q ln(q / p) with p the baseline's and q the window's share of a group, both smoothed by half a value per group. Not
/// symmetric. Source: S. Kullback, R. Leibler, On Information and Sufficiency (1951). NaN when a side is empty.
/// </remarks>
public static class KullbackLeiblerDivergence
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
            double q = current.Of(sample.CurrentGroups[i]);
            sum += q * Math.Log(q / baseline.Of(sample.BaselineGroups[i]));
        }
        // Nearly equal shares can round to a sum just below zero.
        return Math.Max(0, sum);
    }
}
