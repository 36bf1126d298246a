using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a model's performance.</summary>
static class PerformanceSectionKeys
{
    static readonly MapType<double> Thresholds =
        new("metric", Scalars.Number(), $"metrics: {string.Join(", ", ThresholdNames.All)}", ThresholdNames.FaultOf)
        {
            WriteNames = json => json.Schema("propertyNames", name => name.Strings("enum", ThresholdNames.All)),
        };

    static readonly IReadOnlyList<Key<PerformanceConfig>> All =
    [
        Key<PerformanceConfig>.Of("window_by", Choices.WindowBy, "label",
            "Which time puts a pair of prediction and label into a window.",
            (p, by) => p with { WindowBy = by }),
        Key<PerformanceConfig>.Of("thresholds", Thresholds, "{}",
            "From where on a metric counts as broken; the thresholds of the others come from the baseline.",
            (p, thresholds) => p with { Thresholds = thresholds }).Example("{accuracy: 0.8}"),
        Key<PerformanceConfig>.Of("min_labels", Scalars.Whole(1, int.MaxValue), "30",
            "With fewer labels in a window nobody is told that its performance is broken.",
            (p, labels) => p with { MinLabels = labels }),
    ];

    public static readonly RecordType<PerformanceConfig> Type = new(new PerformanceConfig(), All);
}
