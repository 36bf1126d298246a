namespace ModelExporter.Engine.Status;

/// <summary>What people want to know of a model at one moment. Immutable; times are Unix seconds, null = there is none.</summary>
public sealed record ModelStatus
{
    public required string Model { get; init; }

    public required string Task { get; init; }

    /// <summary>The model's own time: the wall clock, or the newest event time.</summary>
    public required double? Now { get; init; }

    /// <summary>What to think of it, by its newest version.</summary>
    public required Verdict Verdict { get; init; }

    public required JoinStatus Join { get; init; }

    /// <summary>Its versions, the newest prediction first.</summary>
    public required IReadOnlyList<VersionStatus> Versions { get; init; }
}
