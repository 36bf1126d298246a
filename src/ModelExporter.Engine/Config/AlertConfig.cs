namespace ModelExporter.Engine.Config;

/// <summary>What the alert rules hold a model to. The exporter raises no alarm of its own: each of these is a metric that the rules read.</summary>
public sealed record AlertConfig
{
    /// <summary>Share of the input features that may have drifted. Default 0.3; above 0 and below 1.</summary>
    public double DriftedFeaturesRatio { get; init; } = 0.3;

    /// <summary>Share of a feature's values that may be missing beyond its baseline, unseen, invalid or out of range. Default 0.05; above 0 and below 1.</summary>
    public double FaultRatio { get; init; } = 0.05;

    /// <summary>Least share of predictions that get their label within the horizon; null = the rules compare with the week before.</summary>
    public double? LabelCoverageRatio { get; init; }

    /// <summary>How long a model may be without a prediction; null = the rules compare with the days before.</summary>
    public TimeSpan? MaxSilence { get; init; }

    /// <summary>The longest 95th percentile of the time to answer; null = the rules compare with the days before.</summary>
    public TimeSpan? MaxLatency { get; init; }
}
