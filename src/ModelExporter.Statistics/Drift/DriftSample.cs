namespace ModelExporter.Statistics.Drift;

/// <summary>What one comparison of a feature sees: the counts of the baseline and of the current window.</summary>
public readonly ref struct DriftSample
{
    /// <summary>The baseline's counts by group of bins or by category.</summary>
    public required ReadOnlySpan<long> BaselineGroups { get; init; }

    /// <summary>The window's counts by the same groups.</summary>
    public required ReadOnlySpan<long> CurrentGroups { get; init; }

    /// <summary>The baseline in all of its bins; empty for a categorical feature.</summary>
    public BinnedDistribution Baseline { get; init; }

    /// <summary>The window in all of its bins; empty for a categorical feature.</summary>
    public BinnedDistribution Current { get; init; }

    /// <summary>The standard deviation of the baseline values, the unit of the Wasserstein distance.</summary>
    public double BaselineStandardDeviation { get; init; }

    /// <summary>Whether there are bins beside the groups.</summary>
    public bool IsNumeric => !Baseline.Edges.IsEmpty;

    /// <summary>The number of baseline values.</summary>
    public long BaselineCount => Sum(BaselineGroups);

    /// <summary>The number of values in the window.</summary>
    public long CurrentCount => Sum(CurrentGroups);

    /// <summary>Whether one side has no values, so that nothing can be said.</summary>
    internal bool IsEmpty => BaselineCount == 0 || CurrentCount == 0;

    static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
            sum += count;
        return sum;
    }
}
