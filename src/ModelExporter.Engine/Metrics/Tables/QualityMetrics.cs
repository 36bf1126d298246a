namespace ModelExporter.Engine.Metrics.Tables;

/// <summary>What is wrong with the values that come in.</summary>
static class QualityMetrics
{
    public static MetricRow<FeatureScope>[] OfFeature { get; } =
    [
        MetricRow<FeatureScope>.Counter("model_feature_missing_total", "Values that are null, NaN or infinite by name.", s => s.Counts.Missing),
        MetricRow<FeatureScope>.Counter("model_feature_absent_total", "Predictions without the feature.", s => s.Counts.Absent),
        MetricRow<FeatureScope>.Counter("model_feature_unseen_total", "Values of a category that the baseline does not have. Categorical features.", s => s.Counts.Unseen),
        MetricRow<FeatureScope>.Counter("model_feature_out_of_range_total", "Values below the baseline's minimum or above its maximum. Numeric features.", s => s.Counts.OutOfRange),
        MetricRow<FeatureScope>.Gauge("model_feature_baseline_missing_ratio", "Share of the baseline's rows without a usable value of the feature.", s => s.Baseline.Total + s.Baseline.Missing is > 0 and var rows ? (double)s.Baseline.Missing / rows : double.NaN),
    ];

    public static MetricRow<FeatureFaultScope>[] OfFault { get; } =
    [
        MetricRow<FeatureFaultScope>.Counter("model_feature_invalid_total", "Values that cannot be used, by reason.", s => s.WrongType ? s.Feature.Counts.WrongType : s.Feature.Counts.NotFinite),
    ];

    public static MetricRow<VersionScope>[] OfVersion { get; } =
    [
        MetricRow<VersionScope>.Counter("model_unexpected_features_total", "Feature values under names that the baseline does not have; they are not watched.", s => s.Version.Counters.UnexpectedFeatures),
    ];
}
