namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a source.</summary>
static class SourceKeys
{
    static readonly IReadOnlyList<Key<SourceConfig>> All =
    [
        Key<SourceConfig>.Of("name", Scalars.Text(256), null,
            "Its name in metrics and logs, unique; without it the type and its number, such as file-1 or kafka-1.",
            (s, name) => s with { Name = name }).Example("app"),
        Key<SourceConfig>.Of("file", FileKeys.Type, null,
            "Reads files as they grow.",
            (s, file) => s with { File = file }),
        Key<SourceConfig>.Of("kafka", KafkaKeys.Type, null,
            "Consumes topics of Kafka; a source has either file or kafka.",
            (s, kafka) => s with { Kafka = kafka }),
        Key<SourceConfig>.Of("model", Scalars.Text(256), null,
            "The model, one of this file, of records that name none; without it the only model, and where there are several such records are rejected.",
            (s, model) => s with { Model = model }).Example("churn"),
        Key<SourceConfig>.Of("format", Choices.Format, null,
            "How its records are written; without it csv if all paths end in .csv or .csv.gz, else json.",
            (s, format) => s with { Format = format }).Example("json"),
        Key<SourceConfig>.Of("columns", ColumnKeys.Type, null,
            "Which columns of a CSV log are what; without it their names tell.",
            (s, columns) => s with { Columns = columns }),
        Key<SourceConfig>.Of("flat", Scalars.Boolean, "false",
            "Whether the top-level scalars of a JSON record are its features.",
            (s, flat) => s with { Flat = flat }),
    ];

    public static readonly RecordType<SourceConfig> Type = new(new SourceConfig { Name = "" }, All) { Check = SourceRules.Check, WriteRules = SourceRules.WriteSchema };
}
