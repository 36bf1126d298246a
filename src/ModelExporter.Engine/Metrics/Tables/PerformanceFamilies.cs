using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Engine.Metrics.Tables;

/// <summary>The families that follow from each figure of performance: its value by window, bounds, classes, baseline and threshold.</summary>
static class PerformanceFamilies
{
    public static MetricRow<WindowScope>[] OfWindow { get; } = [.. PerformanceMetrics.All.SelectMany(Windowed)];

    public static MetricRow<ClassScope>[] OfClass { get; } =
    [
        .. PerformanceMetrics.All.Where(m => m.ReadClass is not null).Select(m => MetricRow<ClassScope>.Gauge(
            Name($"class_{m.Key}", m.Unit), $"Of one class against the rest, multiclass only. {m.Help.Split(';')[0]}.", s => m.ReadClass!(s.Window.Outcomes, s.Class))),
    ];

    public static MetricRow<VersionScope>[] OfVersion { get; } =
    [
        .. PerformanceMetrics.All.Select(m => MetricRow<VersionScope>.Gauge(
            Name($"baseline_{m.Key}", m.Unit), $"In the baseline. {m.Help}.", s => s.BaselineOf(m))),
        .. PerformanceMetrics.All.Where(m => m.Better != Direction.None).Select(m => MetricRow<VersionScope>.Gauge(
            Name($"{m.Key}_threshold", m.Unit), $"Threshold, from the config or the baseline. {m.Help}.", s => m.Tasks.Covers(s.Config.Task) ? s.ThresholdOf(m) : double.NaN)),
    ];

    static IEnumerable<MetricRow<WindowScope>> Windowed(PerformanceMetric metric)
    {
        yield return MetricRow<WindowScope>.Gauge(Name(metric.Key, metric.Unit), $"{metric.Help}.", s => Defined(metric, s) ? metric.Read(s.Outcomes) : double.NaN);
        if (metric.Bounds is not { } bounds) yield break;
        yield return MetricRow<WindowScope>.Gauge(
            Name($"{metric.Key}_lower_bound", metric.Unit), $"Lower end of the 95 % interval. {metric.Help}.", s => Defined(metric, s) ? bounds(s.Outcomes).Lower : double.NaN);
        yield return MetricRow<WindowScope>.Gauge(
            Name($"{metric.Key}_upper_bound", metric.Unit), $"Upper end of the 95 % interval. {metric.Help}.", s => Defined(metric, s) ? bounds(s.Outcomes).Upper : double.NaN);
    }

    static bool Defined(PerformanceMetric metric, WindowScope scope) => metric.Tasks.Covers(scope.Version.Config.Task) && scope.Outcomes.Labels > 0;

    static string Name(string stem, string unit) => unit.Length == 0 ? $"model_{stem}" : $"model_{stem}_{unit}";
}
