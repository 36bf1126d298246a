using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics.Tables;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.Inputs;
using ModelExporter.Engine.Monitoring.Join;

namespace ModelExporter.Engine.Metrics;

/// <summary>Reads every row of the catalogue in every scope that a model has at this moment.</summary>
public static class SnapshotBuilder
{
    public static Snapshot Build(ModelMonitor monitor)
    {
        var snapshot = new Snapshot();
        Read(snapshot, TrafficMetrics.OfModel, new ModelScope(monitor));
        foreach (var reason in Enum.GetValues<LabelDrop>()) Read(snapshot, TrafficMetrics.OfLabelDrops, new LabelDropScope(monitor, reason));
        foreach (var version in monitor.Versions) ReadVersion(snapshot, new VersionScope(monitor, version));
        return snapshot;
    }

    static void ReadVersion(Snapshot snapshot, VersionScope scope)
    {
        Read(snapshot, TrafficMetrics.OfVersion, scope);
        Read(snapshot, PerformanceFamilies.OfVersion, scope);
        Read(snapshot, OutcomeMetrics.OfVersion, scope);
        Read(snapshot, QualityMetrics.OfVersion, scope);
        foreach (var row in TrafficMetrics.Histograms) Read(snapshot, row, scope);
        ReadOutcomes(snapshot, scope);
        foreach (var feature in FeaturesEver(scope)) ReadFeature(snapshot, new FeatureScope(scope, feature));
        for (int window = 0; window < scope.Config.Windows.Count; window++) ReadWindow(snapshot, new WindowScope(scope, window));
    }

    static void ReadOutcomes(Snapshot snapshot, VersionScope scope)
    {
        if (!scope.Outcomes.IsClassification)
        {
            Read(snapshot, OutcomeMetrics.OfErrorSide, new ErrorSideScope(scope, Over: true));
            Read(snapshot, OutcomeMetrics.OfErrorSide, new ErrorSideScope(scope, Over: false));
            return;
        }
        int[] classes = [.. scope.Outcomes.Classes];
        foreach (int actual in classes)
            foreach (int predicted in classes)
                Read(snapshot, OutcomeMetrics.OfConfusion, new ConfusionScope(scope, actual, predicted));
        for (int bin = 0; bin < OutcomeMetrics.ScoreBins; bin++) Read(snapshot, OutcomeMetrics.OfScoreBin, new ScoreBinScope(scope, bin));
    }

    static void ReadFeature(Snapshot snapshot, FeatureScope scope)
    {
        Read(snapshot, DriftMetrics.OfFeature, scope);
        Read(snapshot, QualityMetrics.OfFeature, scope);
        Read(snapshot, QualityMetrics.OfFault, new FeatureFaultScope(scope, WrongType: true));
        Read(snapshot, QualityMetrics.OfFault, new FeatureFaultScope(scope, WrongType: false));
        for (int group = 0; group < scope.Groups.Length; group++) Read(snapshot, DriftMetrics.OfBin, new BinScope(scope, group));
    }

    static void ReadWindow(Snapshot snapshot, WindowScope scope)
    {
        scope.Features = [.. FeaturesIn(scope).Select(counts => new FeatureWindowScope(scope, counts))];
        Read(snapshot, TrafficMetrics.OfWindow, scope);
        Read(snapshot, PerformanceFamilies.OfWindow, scope);
        Read(snapshot, DriftMetrics.OfWindow, scope);
        foreach (var feature in scope.Features) Read(snapshot, DriftMetrics.OfFeatureWindow, feature);
        if (scope.Version.Config.Task != TaskKind.Multiclass || scope.Outcomes.Labels == 0) return;
        foreach (int @class in scope.Outcomes.Classes) Read(snapshot, PerformanceFamilies.OfClass, new ClassScope(scope, @class));
    }

    static IEnumerable<FeatureCounts> FeaturesEver(VersionScope scope)
    {
        var version = scope.Version;
        foreach (var counts in Tracked(version.Inputs?.Layout, version.Inputs?.Cells, window: null)) yield return counts;
        foreach (var counts in Tracked(version.Labels?.Layout, version.Labels?.Cells, window: null)) yield return counts;
        if (LabelBaselineOf(scope) is { } label) yield return FeatureCounts.OfLabels(label, scope.Outcomes);
    }

    static IEnumerable<FeatureCounts> FeaturesIn(WindowScope scope)
    {
        var version = scope.Version.Version;
        foreach (var counts in Tracked(version.Inputs?.Layout, version.Inputs?.Cells, scope.Window)) yield return counts;
        foreach (var counts in Tracked(version.Labels?.Layout, version.Labels?.Cells, scope.Window)) yield return counts;
        if (LabelBaselineOf(scope.Version) is { } label) yield return FeatureCounts.OfLabels(label, scope.Outcomes);
    }

    static FeatureBaseline? LabelBaselineOf(VersionScope scope) =>
        scope.Outcomes.IsClassification ? scope.Version.Baseline?.Feature(OutputFeatures.Truth) : null;

    static IEnumerable<FeatureCounts> Tracked(InputLayout? layout, Statistics.Windows.WindowedCells? cells, int? window)
    {
        if (layout is null || cells is null) return [];
        var totals = cells.NewTotals();
        if (window is { } index) cells.Read(index, totals);
        else cells.ReadEver(totals);
        return layout.Features.Select(feature => FeatureCounts.Of(feature, totals));
    }

    static void Read<TScope>(Snapshot snapshot, MetricRow<TScope>[] rows, TScope scope)
        where TScope : IMetricScope
    {
        string[] labels = scope.LabelValues;
        foreach (var row in rows)
        {
            double value = row.Read(scope);
            if (double.IsFinite(value)) snapshot.Add(row, new Sample(labels, value));
        }
    }

    static void Read(Snapshot snapshot, HistogramRow<VersionScope> row, VersionScope scope)
    {
        var buckets = row.Read(scope);
        snapshot.Add(row, new Sample(scope.LabelValues, 0, new HistogramSample(buckets.Bounds, [.. buckets.Counts], [.. buckets.Sums])));
    }
}
