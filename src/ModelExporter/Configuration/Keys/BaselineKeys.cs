using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a model's baseline.</summary>
static class BaselineKeys
{
    static readonly IReadOnlyList<Key<BaselineConfig>> All =
    [
        Key<BaselineConfig>.Of("file", new PathType("path"), null,
            "A baseline file; without it the model is compared with its own first predictions.",
            (b, file) => b with { File = file }).Example("/etc/modelexporter/churn-baseline.json"),
        Key<BaselineConfig>.Of("first", Scalars.Whole(50, 100_000), "1000",
            "How many predictions, and how many joined labels, make a learnt baseline; not beside file.",
            (b, first) => b with { First = first }),
        Key<BaselineConfig>.Of("span", Scalars.Duration("1m", "400d"), null,
            "How long from the first prediction, and from the first joined label, on a baseline is learnt: of at least 50 and at most 100000; not beside file or first.",
            (b, span) => b with { Span = span }).Example("7d"),
    ];

    public static readonly RecordType<BaselineConfig> Type = new(new BaselineConfig(), All) { WriteRules = json => json.WriteNumber("maxProperties", 1) };
}
