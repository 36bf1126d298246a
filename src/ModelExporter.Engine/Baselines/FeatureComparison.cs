using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Engine.Baselines;

/// <summary>How far a feature lies in one baseline from where it was in another of the same type.</summary>
public sealed class FeatureComparison
{
    readonly FeatureBaseline _before;
    readonly FeatureBaseline _after;
    readonly long[] _counts;
    readonly double[] _endSums;

    /// <exception cref="ArgumentException">The types differ.</exception>
    public FeatureComparison(FeatureBaseline before, FeatureBaseline after)
    {
        if (before.Type != after.Type) throw new ArgumentException($"\"{before.Name}\" is of two types.", nameof(after));
        (_before, _after) = (before, after);
        (_counts, _endSums) = before.Type == FeatureType.Numeric ? Rebinned() : (Recounted(), []);
    }

    public string Name => _before.Name;

    /// <summary>A statistic; NaN where it is not for this type of feature, or a side is empty.</summary>
    public double Of(DriftStatistic statistic)
    {
        bool numeric = _before.Type == FeatureType.Numeric;
        if (statistic.IsNumericOnly && !numeric) return double.NaN;
        return statistic.Of(new DriftSample
        {
            BaselineGroups = _before.GroupCounts,
            CurrentGroups = Groups(),
            Baseline = numeric ? new BinnedDistribution(_before.Edges, _before.Counts, _before.EndSums) : default,
            Current = numeric ? new BinnedDistribution(_before.Edges, _counts, _endSums) : default,
            BaselineStandardDeviation = _before.StandardDeviation,
        });
    }

    /// <summary>A statistic over its threshold, or over what chance alone does to so few values, whichever is larger: from 1 on it is drift.</summary>
    public double Score(DriftStatistic statistic) =>
        Of(statistic) / Math.Max(statistic.DefaultThreshold, statistic.NoiseFloor(_before.Total, _after.Total, _before.GroupNames.Length));

    (long[] Counts, double[] EndSums) Rebinned()
    {
        if (_before.Edges.AsSpan().SequenceEqual(_after.Edges)) return (_after.Counts, _after.EndSums);
        var (counts, sums) = Rebinning.Of(_after.Edges, _after.Counts, _before.Edges);
        var endSums = new double[BinnedDistribution.EndSumCount];
        for (int bin = 0; bin < sums.Length; bin++)
            if (BinnedDistribution.EndSumOf(bin, sums.Length) is >= 0 and var end) endSums[end] = sums[bin];
        return (counts, endSums);
    }

    long[] Recounted()
    {
        var counts = new long[_before.Cells];
        var cells = _before.Categories.Index().ToDictionary(c => c.Item, c => Math.Min(c.Index, _before.OtherCell), StringComparer.Ordinal);
        int unknown = _before.Truncated ? _before.OtherCell : _before.UnseenCell;
        foreach (var (category, count) in _after.Categories.Zip(_after.CategoryCounts)) counts[cells.GetValueOrDefault(category, unknown)] += count;
        return counts;
    }

    long[] Groups()
    {
        var groups = new long[_before.GroupNames.Length];
        BinGroups.Sum(_counts, _before.GroupOfCell, groups);
        return groups;
    }
}
