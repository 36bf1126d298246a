using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Configuration;

/// <summary>One place that records are read from.</summary>
public sealed record SourceConfig
{
    readonly RecordFormat? _format;

    /// <summary>Its name in metrics and logs, unique. Default its type and its number, such as <c>file-1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The files that it follows; null = it is a source of another type.</summary>
    public FileSourceConfig? File { get; init; }

    /// <summary>The topics that it consumes; null = it is a source of another type.</summary>
    public KafkaSourceConfig? Kafka { get; init; }

    /// <summary>The model of records that name none; null = such records are rejected.</summary>
    public string? Model { get; init; }

    /// <summary>The format of its records. Default what the names of its files tell.</summary>
    public RecordFormat Format
    {
        get => _format ?? (File is { Paths.Count: > 0 } file && file.Paths.All(p => RecordFormats.OfName(p) == RecordFormat.Csv) ? RecordFormat.Csv : RecordFormat.Json);
        init => _format = value;
    }

    /// <summary>CSV: which columns are what. Default by their names.</summary>
    public ColumnNames Columns { get; init; } = new();

    /// <summary>Whether the top-level scalars of a record are its features. Default false.</summary>
    public bool Flat { get; init; }
}
