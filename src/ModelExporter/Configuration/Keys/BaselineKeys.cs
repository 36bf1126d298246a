using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a model's baseline.</summary>
static class BaselineKeys
{
    static readonly IReadOnlyList<Key<BaselineConfig>> All =
    [
        Key<BaselineConfig>.Of("file", new PathType("path"), null,
            "A baseline file; without it the model is compared with its own first predictions.",
            (b, file) => b with { File = file }),
        Key<BaselineConfig>.Of("first", Scalars.Whole(50, 100_000), "1000",
            "How many predictions, and how many joined labels, make a learnt baseline; not beside file.",
            (b, first) => b with { First = first }),
    ];

    public static readonly RecordType<BaselineConfig> Type = new(new BaselineConfig(), All);
}
