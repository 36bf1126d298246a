using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics.Tables;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.Inputs;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Statistics.Histograms;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Metrics;

/// <summary>What a model will cost at most: counted from the catalogue and the layouts, not measured.</summary>
/// <param name="Features">Features and outputs in the baseline; null = it is learnt, and how many there will be is not known.</param>
/// <param name="Series">Series of one version, of its features too where they are known.</param>
/// <param name="SeriesPerFeature">Series of one numeric feature.</param>
/// <param name="StateBytes">State of one version, of its features too where they are known.</param>
/// <param name="StateBytesPerFeature">State of one numeric feature.</param>
/// <param name="JoinBytes">The pending table when it is full.</param>
public sealed record CostEstimate(int? Features, int Series, int SeriesPerFeature, long StateBytes, long StateBytesPerFeature, long JoinBytes)
{
    const int MaxGroups = 10;

    public static CostEstimate Of(ModelConfig config, BaselineProfile? baseline)
    {
        var classes = new ClassMap(config, baseline?.Classes ?? []);
        var outcomes = OutcomeLayout.For(config.Task, classes.Capacity);
        int seriesPerFeature = SeriesOfFeature(config, MaxGroups);
        // Bins of a numeric feature, and the sums at their ends.
        long bytesPerFeature = BytesOf(config.Windows, BinEdges.MaxCount + 1 + TrackedFeature.Faults, Statistics.Drift.BinnedDistribution.EndSumCount);
        int series = SeriesOfVersion(config, config.Task == TaskKind.Multiclass ? classes.Capacity : BinaryLayout.Classes);
        long bytes = BytesOf(config.Windows, outcomes.Counts, outcomes.Sums);
        if (baseline is { Rows: > 0 })
        {
            var inputs = new InputLayout(baseline.Features);
            series += baseline.Features.Sum(f => SeriesOfFeature(config, f.GroupNames.Length));
            bytes += BytesOf(config.Windows, inputs.Counts, inputs.Sums);
        }
        int scores = config.Task == TaskKind.Multiclass ? classes.Capacity : 0;
        return new CostEstimate(
            baseline?.Features.Count, series, seriesPerFeature, bytes, bytesPerFeature, config.Labels.MaxPending * (PendingTable.MaxBytesPerEntry + 2L * scores));
    }

    static int SeriesOfFeature(ModelConfig config, int groups) =>
        config.Windows.Count * DriftMetrics.OfFeatureWindow.Length
        + DriftMetrics.OfFeature.Length + QualityMetrics.OfFeature.Length + 2 * QualityMetrics.OfFault.Length
        + groups * DriftMetrics.OfBin.Length;

    static int SeriesOfVersion(ModelConfig config, int classes)
    {
        int figures = PerformanceMetrics.For(config.Task).Sum(m => m.Bounds is null ? 1 : 3);
        int perWindow = TrafficMetrics.OfWindow.Length + DriftMetrics.OfWindow.Length + figures
            + (config.Task == TaskKind.Multiclass ? classes * PerformanceFamilies.OfClass.Length : 0);
        int ofTask = config.Task == TaskKind.Regression
            ? 2 * OutcomeMetrics.OfErrorSide.Length
            : classes * classes * OutcomeMetrics.OfConfusion.Length + OutcomeMetrics.ScoreBins * OutcomeMetrics.OfScoreBin.Length;
        return TrafficMetrics.OfModel.Length + TrafficMetrics.OfAlerts.Length + Enum.GetValues<LabelDrop>().Length * TrafficMetrics.OfLabelDrops.Length
            + TrafficMetrics.OfVersion.Length + OutcomeMetrics.OfVersion.Length + QualityMetrics.OfVersion.Length
            + SeriesOf(VersionMonitor.LatencyBounds) + SeriesOf(VersionMonitor.LabelDelayBounds)
            + 2 * PerformanceMetrics.For(config.Task).Count()
            + ofTask + config.Windows.Count * perWindow;
    }

    // One for each bucket, the last one, the count and the sum.
    static int SeriesOf(double[] bounds) => bounds.Length + 3;

    static long BytesOf(IReadOnlyList<WindowSpec> windows, int counts, int sums)
    {
        long pane = counts * 4L + sums * 8L;
        long totals = (counts + sums) * 8L;
        return windows.Sum(w => pane * (w.IsByCount ? WindowSpec.PanesByCount : WindowSpec.PanesByTime) + totals) + pane + totals;
    }
}
