using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of what the alert rules hold a model to.</summary>
static class AlertKeys
{
    static readonly ScalarType<double> Share = Scalars.Number(above: 0, below: 1);

    static readonly IReadOnlyList<Key<AlertConfig>> All =
    [
        Key<AlertConfig>.Of("drifted_features_ratio", Share, "0.3",
            "Share of the input features that may have drifted.",
            (a, ratio) => a with { DriftedFeaturesRatio = ratio }),
        Key<AlertConfig>.Of("fault_ratio", Share, "0.05",
            "Share of a feature's values that may be missing beyond its baseline, unseen, invalid or out of range.",
            (a, ratio) => a with { FaultRatio = ratio }),
        Key<AlertConfig>.Of("label_coverage_ratio", Share, null,
            "Least share of predictions that get their label within the horizon; without it the rules compare with the week before.",
            (a, ratio) => a with { LabelCoverageRatio = ratio }).Example("0.8"),
        Key<AlertConfig>.Of("max_silence", Scalars.Duration("1m", "400d"), null,
            "How long a model may be without a prediction; without it the rules compare with the days before.",
            (a, silence) => a with { MaxSilence = silence }).Example("30m"),
        Key<AlertConfig>.Of("max_latency", Scalars.Duration("1s", "1h"), null,
            "The longest 95th percentile of the time to answer; without it the rules compare with the days before.",
            (a, latency) => a with { MaxLatency = latency }).Example("2s"),
    ];

    public static readonly RecordType<AlertConfig> Type = new(new AlertConfig(), All);
}
