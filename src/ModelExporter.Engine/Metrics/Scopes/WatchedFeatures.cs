using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Monitoring.Inputs;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Metrics;

/// <summary>The features of a version that are compared with its baseline: inputs, outputs, and the labels.</summary>
static class WatchedFeatures
{
    /// <summary>Each one since the start.</summary>
    public static IEnumerable<FeatureCounts> Ever(VersionScope scope)
    {
        var version = scope.Version;
        foreach (var counts in Tracked(version.Inputs?.Layout, version.Inputs?.Cells, window: null)) yield return counts;
        foreach (var counts in Tracked(version.Labels?.Layout, version.Labels?.Cells, window: null)) yield return counts;
        if (LabelBaselineOf(scope) is { } label) yield return FeatureCounts.OfLabels(label, scope.Outcomes);
    }

    /// <summary>Each one in a window.</summary>
    public static IReadOnlyList<FeatureWindowScope> In(WindowScope scope) => [.. CountsIn(scope).Select(counts => new FeatureWindowScope(scope, counts))];

    static IEnumerable<FeatureCounts> CountsIn(WindowScope scope)
    {
        var version = scope.Version.Version;
        foreach (var counts in Tracked(version.Inputs?.Layout, version.Inputs?.Cells, scope.Window)) yield return counts;
        foreach (var counts in Tracked(version.Labels?.Layout, version.Labels?.Cells, scope.Window)) yield return counts;
        if (LabelBaselineOf(scope.Version) is { } label) yield return FeatureCounts.OfLabels(label, scope.Outcomes);
    }

    static FeatureBaseline? LabelBaselineOf(VersionScope scope) =>
        scope.Outcomes.IsClassification ? scope.Version.Baseline?.Feature(OutputFeatures.Truth) : null;

    static IEnumerable<FeatureCounts> Tracked(InputLayout? layout, WindowedCells? cells, int? window)
    {
        if (layout is null || cells is null) return [];
        var totals = cells.NewTotals();
        if (window is { } index) cells.Read(index, totals);
        else cells.ReadEver(totals);
        return layout.Features.Select(feature => FeatureCounts.Of(feature, totals));
    }
}
