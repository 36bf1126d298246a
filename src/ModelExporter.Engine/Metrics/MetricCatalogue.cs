using ModelExporter.Engine.Metrics.Tables;

namespace ModelExporter.Engine.Metrics;

/// <summary>Every metric that is said about models, in the order a reader wants.</summary>
public static class MetricCatalogue
{
    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        .. TrafficMetrics.OfVersion,
        .. TrafficMetrics.OfModel,
        .. TrafficMetrics.OfAlerts,
        .. TrafficMetrics.OfLabelDrops,
        .. TrafficMetrics.Histograms,
        .. TrafficMetrics.OfWindow,
        .. PerformanceFamilies.OfWindow,
        .. PerformanceFamilies.OfClass,
        .. PerformanceFamilies.OfVersion,
        .. OutcomeMetrics.OfConfusion,
        .. OutcomeMetrics.OfScoreBin,
        .. OutcomeMetrics.OfErrorSide,
        .. OutcomeMetrics.OfVersion,
        .. DriftMetrics.OfFeatureWindow,
        .. DriftMetrics.OfWindow,
        .. DriftMetrics.OfBin,
        .. DriftMetrics.OfFeature,
        .. QualityMetrics.OfFeature,
        .. QualityMetrics.OfFault,
        .. QualityMetrics.OfVersion,
    ];
}
