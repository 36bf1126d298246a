using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics.Tables;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.Join;

namespace ModelExporter.Engine.Metrics;

/// <summary>Reads every row of the catalogue in every scope that a model has at this moment.</summary>
public static class SnapshotBuilder
{
    public static Snapshot Build(ModelMonitor monitor)
    {
        var snapshot = new Snapshot();
        Read(snapshot, TrafficMetrics.OfModel, new ModelScope(monitor));
        Read(snapshot, TrafficMetrics.OfAlerts, new ModelScope(monitor));
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
        foreach (var feature in WatchedFeatures.Ever(scope)) ReadFeature(snapshot, new FeatureScope(scope, feature));
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
        scope.Features = WatchedFeatures.In(scope);
        Read(snapshot, TrafficMetrics.OfWindow, scope);
        Read(snapshot, PerformanceFamilies.OfWindow, scope);
        Read(snapshot, DriftMetrics.OfWindow, scope);
        foreach (var feature in scope.Features) Read(snapshot, DriftMetrics.OfFeatureWindow, feature);
        if (scope.Version.Config.Task != TaskKind.Multiclass || scope.Outcomes.Labels == 0) return;
        foreach (int @class in scope.Outcomes.Classes) Read(snapshot, PerformanceFamilies.OfClass, new ClassScope(scope, @class));
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
