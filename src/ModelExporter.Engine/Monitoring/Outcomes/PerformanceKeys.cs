using ModelExporter.Engine.Config;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>The keys of the performance metrics for which a config may set a threshold.</summary>
public static class PerformanceKeys
{
    /// <summary>In the order of the metrics; a metric that is neither better high nor better low has no threshold.</summary>
    public static IReadOnlyList<string> For(TaskKind task) =>
        [.. PerformanceMetrics.For(task).Where(m => m.Better != Direction.None).Select(m => m.Key)];
}
