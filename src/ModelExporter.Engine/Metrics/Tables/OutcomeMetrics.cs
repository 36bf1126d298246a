using ModelExporter.Engine.Monitoring.Outcomes;
using static ModelExporter.Statistics.Performance.Scores.CalibrationBins;

namespace ModelExporter.Engine.Metrics.Tables;

/// <summary>Outcomes as counters: any window, any number of replicas and any restart come right in PromQL.</summary>
static class OutcomeMetrics
{
    public static MetricRow<ConfusionScope>[] OfConfusion { get; } =
    [
        MetricRow<ConfusionScope>.Counter("model_confusion_total", "Joined labels by actual and predicted class.", s => s.Version.Outcomes.Confusion[s.Actual, s.Predicted]),
    ];

    public static MetricRow<ScoreBinScope>[] OfScoreBin { get; } =
    [
        MetricRow<ScoreBinScope>.Counter("model_score_bin_labels_total", "Joined labels by the score predicted; multiclass: by the highest score.", s => s.Version.Outcomes.Count(Cells(s).Labels + s.Bin)),
        MetricRow<ScoreBinScope>.Counter("model_score_bin_positives_total", "Of these, labels of the positive class; multiclass: of the class with the highest score.", s => s.Version.Outcomes.Count(Cells(s).Positives + s.Bin)),
        MetricRow<ScoreBinScope>.Counter("model_score_bin_score_total", "Sum of their scores.", s => s.Version.Outcomes.Sum(BinaryLayout.CalibrationScores + s.Bin)),
    ];

    public static MetricRow<ErrorSideScope>[] OfErrorSide { get; } =
    [
        MetricRow<ErrorSideScope>.Counter("model_absolute_error_total", "Sum of absolute errors, by whether the prediction was over or under the label, in units of the label.", s => s.Version.Outcomes.Sum(s.Over ? RegressionLayout.Over : RegressionLayout.Under)),
    ];

    public static MetricRow<VersionScope>[] OfVersion { get; } =
    [
        MetricRow<VersionScope>.Counter("model_squared_error_total", "Sum of squared errors of a regression.", s => s.Outcomes.IsClassification ? double.NaN : s.Outcomes.Sum(RegressionLayout.Squares)),
        MetricRow<VersionScope>.Counter("model_brier_score_total", "Sum of the Brier scores of joined labels that have a score.", s => s.Outcomes.IsClassification ? s.Outcomes.Sum(BinaryLayout.BrierSum) : double.NaN),
        MetricRow<VersionScope>.Counter("model_log_loss_total", "Sum of the log losses of joined labels that have a score, natural logarithm.", s => s.Outcomes.IsClassification ? s.Outcomes.Sum(BinaryLayout.LogLossSum) : double.NaN),
        MetricRow<VersionScope>.Counter("model_labels_scored_total", "Joined labels whose prediction has a score.", s => s.Outcomes.IsClassification ? s.Outcomes.Count(s.Outcomes.Multiclass?.Scored ?? BinaryLayout.Scored) : double.NaN),
    ];

    public static int ScoreBins => Count;

    static (int Labels, int Positives) Cells(ScoreBinScope scope) => scope.Version.Outcomes.Multiclass is { } m
        ? (m.CalibrationLabels, m.CalibrationCorrect)
        : (BinaryLayout.CalibrationLabels, BinaryLayout.CalibrationPositives);
}
