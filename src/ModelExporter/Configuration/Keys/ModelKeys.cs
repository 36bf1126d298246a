using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a model.</summary>
static class ModelKeys
{
    const string NameKey = "name";

    static readonly MapType<FeatureType> Features =
        new("feature", Choices.FeatureType, Choices.FeatureType.Range, FeatureNames.FaultOf) { WriteNames = FeatureNames.WriteSchema };

    static readonly ListType<string> IgnoredFeatures = new(Scalars.Text(RecordLimits.NameBytes), 0, 5_000);

    public static readonly ModelConfig Empty = new() { Name = "", Task = TaskKind.Binary };

    public static readonly IReadOnlyList<Key<ModelConfig>> All =
    [
        Key<ModelConfig>.Of(NameKey, Scalars.Text(RecordLimits.NameBytes), null,
            "What records call the model, unique.",
            (m, name) => m with { Name = name }).Required().Example("churn"),
        Key<ModelConfig>.Of("task", Choices.Task, null,
            "What it predicts: one of two classes, one of several, or a number.",
            (m, task) => m with { Task = task }).Required().Example("binary"),
        Key<ModelConfig>.Of("positive_label", Scalars.Text(RecordLimits.NameBytes), "1",
            "The class whose probability the score is; 1 is also true.",
            (m, label) => m with { PositiveLabel = label }).OnlyFor(TaskKind.Binary),
        Key<ModelConfig>.Of("negative_label", Scalars.Text(RecordLimits.NameBytes), null,
            "The other class; without it the first other one that is seen.",
            (m, label) => m with { NegativeLabel = label }).OnlyFor(TaskKind.Binary).Example("0"),
        Key<ModelConfig>.Of("score_threshold", Scalars.Number(above: 0, below: 1), "0.5",
            "A score from here on predicts the positive class when a record names no class.",
            (m, threshold) => m with { ScoreThreshold = threshold }).OnlyFor(TaskKind.Binary),
        Key<ModelConfig>.Of("classes", new ListType<string>(Scalars.Text(RecordLimits.NameBytes), 2, 100), null,
            "The classes in the order of an array of scores; without it they are taken as they are seen.",
            (m, classes) => m with { Classes = classes }).OnlyFor(TaskKind.Multiclass).Example("[bronze, silver, gold]"),
        Key<ModelConfig>.Of("features", Features, "{}",
            "Features whose type is declared; the others have the type that the baseline shows.",
            (m, features) => m with { Features = features }).Example("{zip_code: categorical}"),
        Key<ModelConfig>.Of("ignored_features", IgnoredFeatures, "[]",
            "Features that are passed over: neither tracked nor counted as unexpected.",
            (m, names) => m with { IgnoredFeatures = names.ToHashSet(StringComparer.Ordinal) }).Example("[customer_id]"),
        Key<ModelConfig>.Of("baseline", BaselineKeys.Type, null,
            "What the model is compared with.",
            (m, baseline) => m with { Baseline = baseline }),
        Key<ModelConfig>.Of("windows", new ListType<Statistics.Windows.WindowSpec>(Scalars.Window, 1, 8), "[1h, 24h, last_1000]",
            "The windows of every statistic, by time or by count.",
            (m, windows) => m with { Windows = windows }),
        Key<ModelConfig>.Of("clock", Choices.Clock, "wall",
            "What moves time windows on: the wall clock, or the newest event time seen, for logs of the past.",
            (m, clock) => m with { Clock = clock }),
        Key<ModelConfig>.Of("labels", LabelKeys.Type, null,
            "How ground truth is joined.",
            (m, labels) => m with { Labels = labels }),
        Key<ModelConfig>.Of("performance", PerformanceSectionKeys.Type, null,
            "How performance is windowed and judged.",
            (m, performance) => m with { Performance = performance }),
        Key<ModelConfig>.Of("drift", DriftKeys.Type, null,
            "When a feature counts as drifted.",
            (m, drift) => m with { Drift = drift }),
        Key<ModelConfig>.Of("alerts", AlertKeys.Type, null,
            "What the alert rules in prometheus-rules hold the model to; each is a metric that they read.",
            (m, alerts) => m with { Alerts = alerts }),
        Key<ModelConfig>.Of("limits", LimitKeys.Type, null,
            "Bounds on everything that a log could make grow.",
            (m, limits) => m with { Limits = limits }),
    ];

    public static readonly RecordType<ModelConfig> Type = new(Empty, All) { Check = ModelRules.Check, WriteRules = ModelRules.WriteSchema, IsInheritable = IsInheritable };

    /// <summary>What is said for all models: the same keys, none of them required, and listed only once in the reference.</summary>
    public static readonly RecordType<ModelConfig> Defaults =
        new(Empty, [.. All.Where(IsInheritable).Select(k => k with { Row = k.Row with { IsRequired = false } })])
        {
            Check = ModelRules.CheckBaseline,
            Below = [],
        };

    static bool IsInheritable(Key<ModelConfig> key) => key.Name != NameKey;
}
