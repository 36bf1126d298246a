using ModelExporter.Statistics.Drift;

namespace ModelExporter.Engine.Config;

/// <summary>When a feature counts as drifted.</summary>
public sealed record DriftConfig
{
    /// <summary>The statistic that decides. Default PSI.</summary>
    public DriftStatistic Statistic { get; init; } = DriftStatistics.All[0];

    /// <summary>Its effect size that counts as drift; null = the statistic's own default.</summary>
    public double? Threshold { get; init; }

    /// <summary>Windows with fewer values of a feature say nothing about its drift. Default 50; at least 1.</summary>
    public int MinSamples { get; init; } = 50;

    /// <summary>The statistic that decides for a type of feature: one that is for numbers alone leaves the categorical ones to PSI.</summary>
    public DriftStatistic StatisticFor(FeatureType type) =>
        type == FeatureType.Categorical && Statistic.IsNumericOnly ? DriftStatistics.Named("psi") : Statistic;

    /// <summary>Its effect size for a type of feature.</summary>
    public double EffectSizeFor(FeatureType type) => StatisticFor(type) == Statistic && Threshold is { } threshold ? threshold : StatisticFor(type).DefaultThreshold;
}
