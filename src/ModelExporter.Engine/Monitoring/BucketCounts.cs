using ModelExporter.Statistics;

namespace ModelExporter.Engine.Monitoring;

/// <summary>A histogram since the start: for each bucket how many, and their sum.</summary>
/// <param name="bounds">Upper bounds of the buckets, ascending; one bucket more takes what is above.</param>
public sealed class BucketCounts(double[] bounds)
{
    public IReadOnlyList<double> Bounds => bounds;

    public long[] Counts { get; } = new long[bounds.Length + 1];

    public double[] Sums { get; } = new double[bounds.Length + 1];

    /// <summary>The upper bound of the bucket that the quantile lies in; null = there is no value, or it lies above all bounds.</summary>
    public double? Quantile(double share)
    {
        long total = Counts.Sum(), below = 0;
        for (int bucket = 0; bucket < bounds.Length; bucket++)
        {
            below += Counts[bucket];
            if (total > 0 && below >= share * total) return bounds[bucket];
        }
        return null;
    }

    public void Save(BinaryWriter to)
    {
        to.WriteVector<long>(Counts);
        to.WriteVector<double>(Sums);
    }

    /// <summary>Reads what was saved over what is there.</summary>
    public void Restore(BinaryReader from)
    {
        from.ReadVector<long>(Counts);
        from.ReadVector<double>(Sums);
    }

    public void Add(double value)
    {
        int bucket = 0;
        while (bucket < bounds.Length && value > bounds[bucket]) bucket++;
        Counts[bucket]++;
        Sums[bucket] += value;
    }
}
