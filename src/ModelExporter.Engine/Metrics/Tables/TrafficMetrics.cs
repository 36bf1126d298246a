using static ModelExporter.Engine.Metrics.MetricRow<ModelExporter.Engine.Metrics.ModelScope>;
using Version = ModelExporter.Engine.Metrics.MetricRow<ModelExporter.Engine.Metrics.VersionScope>;
using Window = ModelExporter.Engine.Metrics.MetricRow<ModelExporter.Engine.Metrics.WindowScope>;

namespace ModelExporter.Engine.Metrics.Tables;

/// <summary>What comes in, and what becomes of it in the join.</summary>
static class TrafficMetrics
{
    public static MetricRow<ModelScope>[] OfModel { get; } =
    [
        Counter("model_labels_total", "Labels received, those that came with their prediction included.", s => s.Monitor.JoinCounters.Labels),
        Counter("model_predictions_expired_total", "Predictions whose label did not come within the horizon.", s => s.Monitor.JoinCounters.PredictionsExpired),
        Counter("model_predictions_evicted_total", "Predictions forgotten before their label came, because too many were pending.", s => s.Monitor.JoinCounters.PredictionsEvicted),
        Counter("model_labels_future_total", "Labels with a time more than 5 minutes ahead of the clock; their time was set to now.", s => s.Monitor.JoinCounters.LabelsFuture),
        Gauge("model_predictions_pending", "Predictions waiting for their label.", s => s.Monitor.PredictionsPending),
        Gauge("model_labels_pending", "Labels waiting for their prediction.", s => s.Monitor.LabelsPending),
        Gauge("model_pending_limit", "Most predictions and labels that the join remembers.", s => s.Monitor.Config.Labels.MaxPending),
    ];

    /// <summary>What the alert rules hold the model to.</summary>
    public static MetricRow<ModelScope>[] OfAlerts { get; } =
    [
        Gauge("model_performance_min_labels", "With fewer labels in a window its performance is not judged.", s => s.Monitor.Config.Performance.MinLabels),
        Gauge("model_drifted_features_threshold_ratio", "Share of the input features that may have drifted.", s => s.Monitor.Config.Alerts.DriftedFeaturesRatio),
        Gauge("model_feature_fault_threshold_ratio", "Share of a feature's values that may be missing beyond its baseline, unseen, invalid or out of range.", s => s.Monitor.Config.Alerts.FaultRatio),
        Gauge("model_label_coverage_threshold_ratio", "Least share of predictions that get their label, where the config says one.", s => s.Monitor.Config.Alerts.LabelCoverageRatio ?? double.NaN),
        Gauge("model_silence_threshold_seconds", "How long the model may be without a prediction, where the config says so.", s => s.Monitor.Config.Alerts.MaxSilence?.TotalSeconds ?? double.NaN),
        Gauge("model_latency_threshold_seconds", "The longest 95th percentile of the time to answer, where the config says one.", s => s.Monitor.Config.Alerts.MaxLatency?.TotalSeconds ?? double.NaN),
    ];

    public static MetricRow<LabelDropScope>[] OfLabelDrops { get; } =
    [
        MetricRow<LabelDropScope>.Counter("model_labels_dropped_total", "Labels that were not joined, by reason.", s => s.Monitor.JoinCounters.Dropped[(int)s.Reason]),
    ];

    public static MetricRow<VersionScope>[] OfVersion { get; } =
    [
        Version.Gauge("model_info", "Always 1; says that the version is monitored.", _ => 1),
        Version.Counter("model_predictions_total", "Predictions received.", s => s.Predictions),
        Version.Counter("model_labels_joined_total", "Labels joined to their prediction.", s => s.Outcomes.Labels),
        Version.Counter("model_labels_corrected_total", "Labels that replaced an earlier one. Windows take the earlier one back; counters keep it.", s => s.Version.Counters.LabelsCorrected),
        Version.Counter("model_labels_unseen_class_total", "Labels of a class beyond the known ones, counted as __other__.", s => s.Version.Counters.LabelsUnseen),
        Version.Counter("model_predictions_duplicate_total", "Predictions dropped because their id came before.", s => s.Version.Counters.Duplicates),
        Version.Counter("model_predictions_unjoinable_total", "Predictions that no label can find: without an id, or without an answer to compare.", s => s.Version.Counters.Unjoinable),
        Version.Counter("model_predictions_future_total", "Predictions with a time more than 5 minutes ahead of the clock; their time was set to now.", s => s.Version.Counters.Future),
        Version.Counter("model_predictions_late_total", "Predictions older than every time window; they are in the counters only.", s => s.Version.Counters.Late),
        Version.Counter("model_labels_late_total", "Joined labels that belong to a time older than every time window; they are in the counters only.", s => s.Version.Counters.LabelsLate),
        Version.Gauge("model_last_prediction_timestamp_seconds", "Time of the newest prediction.", s => Seconds(s.Version.LastPrediction)),
        Version.Gauge("model_last_label_timestamp_seconds", "Time of the newest joined label.", s => Seconds(s.Version.LastLabel)),
        Version.Gauge("model_baseline_rows", "Rows that the baseline was made from; absent while it is being learnt.", s => s.Version.Baseline is { Rows: > 0 } b ? b.Rows : double.NaN),
        Version.Gauge("model_baseline_labels", "Labels that the baseline's performance was measured on; absent while they are being learnt.", s => s.Version.Baseline is { Labels: > 0 } b ? b.Labels : double.NaN),
    ];

    public static HistogramRow<VersionScope>[] Histograms { get; } =
    [
        new("model_label_delay_seconds", "Time from a prediction to its label.", s => s.Version.LabelDelay),
        new("model_prediction_latency_seconds", "Time the model took to answer, where the log says so.", s => s.Version.Latency),
    ];

    public static MetricRow<WindowScope>[] OfWindow { get; } =
    [
        Window.Gauge("model_window_predictions", "Predictions in the window.", s => s.Predictions),
        Window.Gauge("model_window_labels", "Joined labels in the window: what its performance rests on.", s => s.Outcomes.Labels),
    ];

    static double Seconds(long microseconds) => microseconds == long.MinValue ? double.NaN : microseconds / 1e6;
}
