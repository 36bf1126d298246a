using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a model's label join.</summary>
static class LabelKeys
{
    static readonly IReadOnlyList<Key<LabelConfig>> All =
    [
        Key<LabelConfig>.Of("horizon", Scalars.Duration("1m", "4000d"), "7d",
            "How long a prediction waits for its label, and a label for its prediction.",
            (l, horizon) => l with { Horizon = horizon }),
        Key<LabelConfig>.Of("max_pending", Scalars.Whole(1_000, 500_000_000), "2000000",
            "How many predictions and labels the join remembers, at most 32 bytes each; the oldest go first.",
            (l, pending) => l with { MaxPending = pending }),
    ];

    public static readonly RecordType<LabelConfig> Type = new(new LabelConfig(), All);
}
