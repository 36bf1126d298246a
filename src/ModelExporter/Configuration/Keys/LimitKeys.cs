using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a model's limits.</summary>
static class LimitKeys
{
    static readonly IReadOnlyList<Key<LimitConfig>> All =
    [
        Key<LimitConfig>.Of("features", Scalars.Whole(1, 5_000), "200",
            "Features tracked per version; more are counted as unexpected.",
            (l, features) => l with { Features = features }),
        Key<LimitConfig>.Of("categories", Scalars.Whole(1, 60), "60",
            "Categories of the baseline kept per feature; the rest share one cell.",
            (l, categories) => l with { Categories = categories }),
        Key<LimitConfig>.Of("classes", Scalars.Whole(2, 100), "16",
            "Classes of a multiclass model that lists none; the rest are __other__.",
            (l, classes) => l with { Classes = classes }),
        Key<LimitConfig>.Of("versions", Scalars.Whole(1, 60), "10",
            "Versions of a model that live at once; the rest share __other__.",
            (l, versions) => l with { Versions = versions }),
    ];

    public static readonly RecordType<LimitConfig> Type = new(new LimitConfig(), All);
}
