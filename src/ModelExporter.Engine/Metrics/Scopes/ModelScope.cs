using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.Join;

namespace ModelExporter.Engine.Metrics;

/// <summary>A model as a whole: what cannot be said of a version, because a record that was not joined has none.</summary>
sealed record ModelScope(ModelMonitor Monitor) : IMetricScope
{
    public static IReadOnlyList<string> Labels { get; } = ["model"];

    public string[] LabelValues { get; } = [Monitor.Config.Name];
}

/// <summary>Labels of a model that were not joined, for one reason.</summary>
sealed record LabelDropScope(ModelMonitor Monitor, LabelDrop Reason) : IMetricScope
{
    public static IReadOnlyList<string> Labels { get; } = [.. ModelScope.Labels, "reason"];

    public string[] LabelValues { get; } = [Monitor.Config.Name, KeyOf(Reason)];

    /// <summary>The value of the label <c>reason</c>.</summary>
    public static string KeyOf(LabelDrop reason) => reason switch
    {
        LabelDrop.UnknownId => "unknown_id",
        LabelDrop.TooLate => "too_late",
        LabelDrop.Repeated => "repeated",
        LabelDrop.Invalid => "invalid",
        LabelDrop.Evicted => "evicted",
        _ => "unclaimed",
    };
}
