namespace ModelExporter.Statistics.Drift;

/// <summary>The total variation distance of the groups: the share of values that would have to change their group, from 0 to 1.</summary>
/// <remarks>½ Σ |p - q|, unsmoothed shares. NaN when a side is empty.</remarks>
public static class TotalVariationDistance
{
    public static double Of(in DriftSample sample)
    {
        if (sample.IsEmpty)
            return double.NaN;
        double n = sample.BaselineCount, m = sample.CurrentCount;
        double sum = 0;
        for (int i = 0; i < sample.BaselineGroups.Length; i++)
            sum += Math.Abs(sample.BaselineGroups[i] / n - sample.CurrentGroups[i] / m);
        return sum / 2;
    }
}
