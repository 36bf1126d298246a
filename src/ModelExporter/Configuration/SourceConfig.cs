namespace ModelExporter.Configuration;

/// <summary>One place that records are read from.</summary>
public sealed record SourceConfig
{
    /// <summary>Its name in metrics and logs, unique. Default its type and its number, such as <c>file-1</c>.</summary>
    public required string Name { get; init; }

    public required FileSourceConfig File { get; init; }

    /// <summary>The model of records that name none; null = such records are rejected.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the top-level scalars of a record are its features. Default false.</summary>
    public bool Flat { get; init; }
}
