namespace ModelExporter.Statistics.Drift;

/// <summary>The counts of a numeric feature in its bins, with the sums of the values in the bins at both ends.</summary>
/// <remarks>
/// There is one count more than there are edges; bin 0 lies below the first edge, the last bin from the last edge on.
/// <see cref="EndSums"/> holds ten sums: of the values in the first five bins and in the last five. Without
/// them a value far outside the baseline could not be told from one just outside.
/// </remarks>
public readonly ref struct BinnedDistribution(ReadOnlySpan<double> edges, ReadOnlySpan<long> counts, ReadOnlySpan<double> endSums)
{
    /// <summary>The number of <see cref="EndSums"/>.</summary>
    public const int EndSumCount = 2 * PerEnd;

    // The bin outside, and the four tail bins, which are wide for the few values they are made for.
    const int PerEnd = 5;

    public ReadOnlySpan<double> Edges { get; init; } = edges;
    public ReadOnlySpan<long> Counts { get; init; } = counts;
    public ReadOnlySpan<double> EndSums { get; init; } = endSums;

    /// <summary>The number of values.</summary>
    public long Total
    {
        get
        {
            long total = 0;
            foreach (long count in Counts)
                total += count;
            return total;
        }
    }

    /// <summary>The place of a bin's sum in <see cref="EndSums"/>, or -1 for the bins between, whose sums are not kept.</summary>
    public static int EndSumOf(int bin, int binCount) =>
        bin < PerEnd ? bin : bin >= binCount - PerEnd ? bin - binCount + EndSumCount : -1;
}
