using ModelExporter.Statistics.Drift;
using static ModelExporter.Engine.Metrics.MetricRow<ModelExporter.Engine.Metrics.FeatureWindowScope>;

namespace ModelExporter.Engine.Metrics.Tables;

/// <summary>How far each feature has moved from its baseline.</summary>
static class DriftMetrics
{
    public static MetricRow<FeatureWindowScope>[] OfFeatureWindow { get; } =
    [
        Gauge("model_feature_window_values", "Usable values of the feature in the window: what its drift rests on.", s => s.Total),
        Gauge("model_feature_drift_score", "The chosen drift statistic over its threshold: from 1 on the feature has drifted.", s => s.Score),
        Gauge("model_feature_drifted", "1 if the feature has drifted in the window, else 0.", s => double.IsNaN(s.Score) ? double.NaN : s.Score >= 1 ? 1 : 0),
        Gauge("model_feature_drift_threshold", "Threshold of the chosen drift statistic: its effect size, or what chance alone exceeds once in 1000 windows of this size, whichever is larger.", s => double.IsNaN(s.Score) ? double.NaN : s.Threshold),
        Statistic("model_feature_psi", "Population stability index over at most 10 groups, natural logarithm, half a value added to each group.", PopulationStabilityIndex.Of),
        Statistic("model_feature_ks_statistic", "Kolmogorov-Smirnov statistic: largest distance of the distribution functions. Numeric features.", KolmogorovSmirnov.Of),
        Statistic("model_feature_ks_p_value", "P-value of the two-sample Kolmogorov-Smirnov test, asymptotic. It supposes independent rows.", KolmogorovSmirnov.PValue),
        Statistic("model_feature_js_distance", "Jensen-Shannon distance: square root of the divergence in base 2, over at most 10 groups, 0 to 1.", JensenShannonDistance.Of),
        Statistic("model_feature_wasserstein_distance", "Wasserstein-1 distance in standard deviations of the baseline. Numeric features.", WassersteinDistance.Of),
        Statistic("model_feature_hellinger_distance", "Hellinger distance over at most 10 groups, 0 to 1.", HellingerDistance.Of),
        Statistic("model_feature_total_variation_distance", "Total variation distance over at most 10 groups, 0 to 1.", TotalVariationDistance.Of),
        Statistic("model_feature_linf_distance", "Largest difference of shares over at most 10 groups, 0 to 1.", LInfinityDistance.Of),
        Statistic("model_feature_kl_divergence", "Kullback-Leibler divergence of the window from the baseline over at most 10 groups, natural logarithm, half a value added to each group.", KullbackLeiblerDivergence.Of),
        Statistic("model_feature_chi2_statistic", "Chi-squared statistic of the two-sample test over at most 10 groups, small ones pooled.", ChiSquaredTest.Statistic),
        Statistic("model_feature_chi2_p_value", "P-value of that test. It supposes independent rows.", ChiSquaredTest.PValue),
    ];

    public static MetricRow<WindowScope>[] OfWindow { get; } =
    [
        MetricRow<WindowScope>.Gauge("model_drifted_features_ratio", "Share of the input features that have drifted in the window, of those with enough values.", DriftedRatio),
    ];

    public static MetricRow<BinScope>[] OfBin { get; } =
    [
        MetricRow<BinScope>.Counter("model_feature_bin_observations_total", "Values of the feature by group of the baseline's bins.", s => s.Feature.Groups[s.Group]),
        MetricRow<BinScope>.Gauge("model_feature_baseline_bin_ratio", "Share of the baseline in the group, half a value added to each group so that none is 0.", s => s.Feature.BaselineRatios[s.Group]),
    ];

    public static MetricRow<FeatureScope>[] OfFeature { get; } =
    [
        MetricRow<FeatureScope>.Gauge("model_feature_baseline_values", "Values of the feature in the baseline.", s => s.Baseline.Total),
    ];

    static MetricRow<FeatureWindowScope> Statistic(string name, string help, DriftFormula formula) => Gauge(name, help, s => s.Of(formula));

    static double DriftedRatio(WindowScope window)
    {
        var inputs = window.Features.Where(f => !Baselines.OutputFeatures.IsOutput(f.Baseline.Name) && !double.IsNaN(f.Score)).ToList();
        return inputs.Count == 0 ? double.NaN : (double)inputs.Count(f => f.Score >= 1) / inputs.Count;
    }
}
