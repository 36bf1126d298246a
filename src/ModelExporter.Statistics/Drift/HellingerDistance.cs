namespace ModelExporter.Statistics.Drift;

/// <summary>The Hellinger distance of the groups, from 0 to 1.</summary>
/// <remarks>
/// √(½ Σ (√p - √q)²), which is √(1 - Σ √(pq)) without the cancellation. Unsmoothed shares.
/// Source: E. Hellinger (1909); L. Le Cam, G. Yang, Asymptotics in Statistics (2000). NaN when a side is empty.
/// </remarks>
public static class HellingerDistance
{
    public static double Of(in DriftSample sample)
    {
        if (sample.IsEmpty)
            return double.NaN;
        double n = sample.BaselineCount, m = sample.CurrentCount;
        double sum = 0;
        for (int i = 0; i < sample.BaselineGroups.Length; i++)
        {
            double difference = Math.Sqrt(sample.BaselineGroups[i] / n) - Math.Sqrt(sample.CurrentGroups[i] / m);
            sum += difference * difference;
        }
        return Math.Min(1, Math.Sqrt(sum / 2));
    }
}
