namespace ModelExporter.Status;

/// <summary>What a restart would go on from.</summary>
public sealed record CheckpointStatus
{
    /// <summary>The folder that state is kept in; null = a restart begins anew.</summary>
    public required string? Folder { get; init; }

    /// <summary>When the last checkpoint was written by this process; null = none was yet.</summary>
    public required double? WrittenAt { get; init; }

    /// <summary>Its size.</summary>
    public required long? Bytes { get; init; }

    /// <summary>Attempts of this process to write one that failed.</summary>
    public required long Failures { get; init; }
}
