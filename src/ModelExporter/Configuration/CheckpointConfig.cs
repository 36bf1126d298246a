namespace ModelExporter.Configuration;

/// <summary>How state is kept over a restart.</summary>
public sealed record CheckpointConfig
{
    /// <summary>Absolute path of the folder that checkpoints are kept in. Null = none are.</summary>
    public string? Path { get; init; }

    /// <summary>How often one is written when records came. Default 10 seconds; 1 second to 1 hour.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);
}
