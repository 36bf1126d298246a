namespace ModelExporter.Statistics.Drift;

/// <summary>The L∞ distance of the groups: the largest change of any one group's share, from 0 to 1.</summary>
/// <remarks>max |p - q|, unsmoothed shares. NaN when a side is empty.</remarks>
public static class LInfinityDistance
{
    public static double Of(in DriftSample sample)
    {
        if (sample.IsEmpty)
            return double.NaN;
        double n = sample.BaselineCount, m = sample.CurrentCount;
        double largest = 0;
        for (int i = 0; i < sample.BaselineGroups.Length; i++)
            largest = Math.Max(largest, Math.Abs(sample.BaselineGroups[i] / n - sample.CurrentGroups[i] / m));
        return largest;
    }
}
