using ModelExporter.Engine.Baselines;

namespace ModelExporter.Engine.Metrics;

/// <summary>A feature of a version, since the start.</summary>
sealed class FeatureScope(VersionScope version, FeatureCounts counts) : IMetricScope
{
    long[]? _groups;
    double[]? _baselineRatios;

    public static IReadOnlyList<string> Labels { get; } = [.. VersionScope.Labels, "feature"];

    public string[] LabelValues { get; } = [.. version.LabelValues, counts.Baseline.Name];

    public VersionScope Version => version;

    public FeatureCounts Counts => counts;

    public FeatureBaseline Baseline => counts.Baseline;

    /// <summary>Values by group of bins.</summary>
    public long[] Groups => _groups ??= counts.Groups();

    /// <summary>Share of the baseline by group, each with half a value more, so that none is 0: a ratio to it stays finite.</summary>
    public double[] BaselineRatios => _baselineRatios ??= Ratios(Baseline.GroupCounts);

    static double[] Ratios(long[] groups)
    {
        double total = groups.Sum() + 0.5 * groups.Length;
        return [.. groups.Select(g => (g + 0.5) / total)];
    }
}

/// <summary>A group of a feature's bins, since the start.</summary>
sealed record BinScope(FeatureScope Feature, int Group) : IMetricScope
{
    public static IReadOnlyList<string> Labels { get; } = [.. FeatureScope.Labels, "bin"];

    public string[] LabelValues { get; } = [.. Feature.LabelValues, Feature.Baseline.GroupNames[Group]];
}

/// <summary>Values of a feature that are invalid for one reason, since the start.</summary>
sealed record FeatureFaultScope(FeatureScope Feature, bool WrongType) : IMetricScope
{
    public static IReadOnlyList<string> Labels { get; } = [.. FeatureScope.Labels, "reason"];

    public string[] LabelValues { get; } = [.. Feature.LabelValues, WrongType ? "wrong_type" : "not_finite"];
}
