using ModelExporter.Engine.Baselines;
using ModelExporter.Statistics.Drift;

namespace ModelExporter.Engine.Metrics;

/// <summary>A feature in one window against its baseline.</summary>
sealed class FeatureWindowScope : IMetricScope
{
    readonly FeatureCounts _counts;
    readonly long[] _groups;
    readonly long[] _baselineGroups;
    readonly bool _says;

    public FeatureWindowScope(WindowScope window, FeatureCounts counts)
    {
        Window = window;
        _counts = counts;
        _groups = counts.Groups();
        _baselineGroups = counts.Baseline.GroupCounts;
        LabelValues = [.. window.LabelValues, counts.Baseline.Name];
        var drift = window.Version.Config.Drift;
        _says = counts.Total >= drift.MinSamples;
        var statistic = drift.StatisticFor(Baseline.Type);
        Threshold = Math.Max(drift.EffectSizeFor(Baseline.Type), statistic.NoiseFloor(counts.Baseline.Total, counts.Total, _groups.Length));
        Score = Of(statistic.Of) / Threshold;
    }

    public static IReadOnlyList<string> Labels { get; } = [.. WindowScope.Labels, "feature"];

    public string[] LabelValues { get; }

    public WindowScope Window { get; }

    public FeatureBaseline Baseline => _counts.Baseline;

    public FeatureCounts Counts => _counts;

    /// <summary>Values by group of bins.</summary>
    public long[] Groups => _groups;

    /// <summary>Values compared.</summary>
    public long Total => _counts.Total;

    /// <summary>What counts as drift here: the effect size, or what chance alone does to so few values, whichever is larger.</summary>
    public double Threshold { get; }

    /// <summary>The chosen statistic over its threshold: from 1 on the feature has drifted.</summary>
    public double Score { get; }

    /// <summary>A statistic; NaN when the window has too few values to say anything, or it is not for this type of feature.</summary>
    public double Of(DriftFormula formula) => _says ? formula(Sample()) : double.NaN;

    DriftSample Sample() => new()
    {
        BaselineGroups = _baselineGroups,
        CurrentGroups = _groups,
        Baseline = new BinnedDistribution(Baseline.Edges, Baseline.Edges.Length == 0 ? [] : Baseline.Counts, Baseline.EndSums),
        Current = new BinnedDistribution(Baseline.Edges, Baseline.Edges.Length == 0 ? [] : _counts.Values, _counts.EndSums),
        BaselineStandardDeviation = Baseline.StandardDeviation,
    };
}
