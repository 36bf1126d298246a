using System.Globalization;

namespace ModelExporter.Engine.Metrics;

/// <summary>A cell of a version's confusion matrix, since the start.</summary>
sealed record ConfusionScope(VersionScope Version, int Actual, int Predicted) : IMetricScope
{
    public static IReadOnlyList<string> Labels { get; } = [.. VersionScope.Labels, "actual", "predicted"];

    public string[] LabelValues { get; } =
        [.. Version.LabelValues, Version.Outcomes.ClassMap[Actual]!, Version.Outcomes.ClassMap[Predicted]!];
}

/// <summary>A tenth of the range of scores, since the start.</summary>
sealed record ScoreBinScope(VersionScope Version, int Bin) : IMetricScope
{
    public static IReadOnlyList<string> Labels { get; } = [.. VersionScope.Labels, "bin"];

    public string[] LabelValues { get; } =
        [.. Version.LabelValues, string.Create(CultureInfo.InvariantCulture, $"{Bin / 10.0:0.0} to {(Bin + 1) / 10.0:0.0}")];
}

/// <summary>Errors of a regression on one side, since the start.</summary>
sealed record ErrorSideScope(VersionScope Version, bool Over) : IMetricScope
{
    public static IReadOnlyList<string> Labels { get; } = [.. VersionScope.Labels, "direction"];

    public string[] LabelValues { get; } = [.. Version.LabelValues, Over ? "over" : "under"];
}
