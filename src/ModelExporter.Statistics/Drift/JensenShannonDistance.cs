namespace ModelExporter.Statistics.Drift;

/// <summary>The Jensen-Shannon distance of the groups: the square root of the divergence to base 2, from 0 to 1.</summary>
/// <remarks>
/// √(½ Σ p log₂(p / m) + ½ Σ q log₂(q / m)) with m = (p + q) / 2 and unsmoothed shares; a group that one side lacks is no trouble.
/// Source: D. Endres, J. Schindelin, A New Metric for Probability Distributions (2003). NaN when a side is empty.
/// </remarks>
public static class JensenShannonDistance
{
    public static double Of(in DriftSample sample)
    {
        if (sample.IsEmpty)
            return double.NaN;
        double n = sample.BaselineCount, m = sample.CurrentCount;
        double divergence = 0;
        for (int i = 0; i < sample.BaselineGroups.Length; i++)
        {
            double p = sample.BaselineGroups[i] / n;
            double q = sample.CurrentGroups[i] / m;
            divergence += Half(p, q) + Half(q, p);
        }
        return Math.Sqrt(Math.Clamp(divergence, 0, 1));
    }

    static double Half(double share, double other) => share == 0 ? 0 : share / 2 * Math.Log2(2 * share / (share + other));
}
