using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a model's performance.</summary>
static class PerformanceSectionKeys
{
    static readonly MapType<double> Thresholds =
        new("metric", Scalars.Number("", double.IsFinite), $"metrics: {string.Join(", ", ThresholdNames.All)}", ThresholdNames.FaultOf);

    static readonly IReadOnlyList<Key<PerformanceConfig>> All =
    [
        Key<PerformanceConfig>.Of("window_by", Choices.WindowBy, "label",
            "Which time puts a pair of prediction and label into a window.",
            (p, by) => p with { WindowBy = by }),
        Key<PerformanceConfig>.Of("thresholds", Thresholds, "{}",
            "From where on a metric counts as broken; the thresholds of the others come from the baseline.",
            (p, thresholds) => p with { Thresholds = thresholds }),
    ];

    public static readonly RecordType<PerformanceConfig> Type = new(new PerformanceConfig(), All);
}
