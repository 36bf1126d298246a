namespace ModelExporter.Status;

/// <summary>What came from a source since the start.</summary>
public sealed record SourceStatus
{
    public required string Source { get; init; }

    /// <summary><c>file</c>, <c>kafka</c> or <c>http</c>.</summary>
    public required string Type { get; init; }

    public required bool IsUp { get; init; }

    public required long Accepted { get; init; }

    /// <summary>What was rejected, by reason; reasons without any are left out.</summary>
    public required IReadOnlyList<RejectStatus> Rejected { get; init; }

    /// <summary>Files held open; null where the source has none by nature.</summary>
    public required long? Files { get; init; }

    /// <summary>Bytes of its files that are not read yet.</summary>
    public required long? LagBytes { get; init; }

    /// <summary>Messages of its partitions that are not read yet.</summary>
    public required long? LagRecords { get; init; }

    public required long? LinesTooLong { get; init; }

    /// <summary>Failures to read, by kind; kinds without any are left out.</summary>
    public required IReadOnlyDictionary<string, long> Errors { get; init; }
}
