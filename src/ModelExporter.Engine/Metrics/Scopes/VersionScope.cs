using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Engine.Metrics;

/// <summary>A version of a model since the start, with its configuration and baseline.</summary>
sealed class VersionScope : IMetricScope
{
    public VersionScope(ModelMonitor monitor, VersionMonitor version)
    {
        Monitor = monitor;
        Version = version;
        var outcomes = version.Outcomes.NewTotals();
        version.Outcomes.ReadEver(outcomes);
        Outcomes = version.Read(outcomes);
        var traffic = version.Traffic.NewTotals();
        version.Traffic.ReadEver(traffic);
        Predictions = traffic.Counts[0];
        LabelValues = [monitor.Config.Name, version.Name];
    }

    public static IReadOnlyList<string> Labels { get; } = ["model", "model_version"];

    public string[] LabelValues { get; }

    public ModelMonitor Monitor { get; }

    public VersionMonitor Version { get; }

    public ModelConfig Config => Monitor.Config;

    public long Predictions { get; }

    /// <summary>Every outcome since the start.</summary>
    public OutcomeWindow Outcomes { get; }

    /// <summary>A figure of the baseline; NaN = it says nothing of it.</summary>
    public double BaselineOf(PerformanceMetric metric) => Version.Baseline?.Performance.GetValueOrDefault(metric.Key, double.NaN) ?? double.NaN;

    /// <summary>The threshold of a figure: the config's, or one that follows from the baseline.</summary>
    public double ThresholdOf(PerformanceMetric metric) =>
        Config.Performance.Thresholds.TryGetValue(metric.Key, out double configured) ? configured : metric.DefaultThreshold(BaselineOf(metric));
}
