using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Engine.Metrics;

/// <summary>A version in one window.</summary>
sealed class WindowScope : IMetricScope
{
    public WindowScope(VersionScope version, int window)
    {
        Version = version;
        Window = window;
        Name = version.Config.Windows[window].Name;
        var outcomes = version.Version.Outcomes.NewTotals();
        version.Version.Outcomes.Read(window, outcomes);
        Outcomes = version.Version.Read(outcomes);
        var traffic = version.Version.Traffic.NewTotals();
        version.Version.Traffic.Read(window, traffic);
        Predictions = traffic.Counts[0];
        LabelValues = [.. version.LabelValues, Name];
    }

    public static IReadOnlyList<string> Labels { get; } = [.. VersionScope.Labels, "window"];

    public string[] LabelValues { get; }

    public VersionScope Version { get; }

    public int Window { get; }

    public string Name { get; }

    public long Predictions { get; }

    public OutcomeWindow Outcomes { get; }

    /// <summary>The features compared in this window; set once they are.</summary>
    public IReadOnlyList<FeatureWindowScope> Features { get; set; } = [];
}

/// <summary>A class of a version in one window.</summary>
sealed record ClassScope(WindowScope Window, int Class) : IMetricScope
{
    public static IReadOnlyList<string> Labels { get; } = [.. WindowScope.Labels, "class"];

    public string[] LabelValues { get; } = [.. Window.LabelValues, Window.Outcomes.ClassMap[Class]!];
}
