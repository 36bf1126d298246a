namespace ModelExporter.Engine.Status;

/// <summary>What a version is compared with.</summary>
public sealed record BaselineStatus
{
    /// <summary>It came from a file, and is not the version's own first predictions.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>Predictions that a learnt baseline takes; and as many labels.</summary>
    public required int First { get; init; }

    /// <summary>How long a learnt baseline takes instead; null = it goes by <see cref="First"/>.</summary>
    public required double? SpanSeconds { get; init; }

    /// <summary>Rows that it was made from; 0 = they are being gathered.</summary>
    public required long Rows { get; init; }

    /// <summary>Labels that its performance was measured on; 0 = they are being gathered.</summary>
    public required long Labels { get; init; }

    public required string Hash { get; init; }

    public required IReadOnlyList<BaselineFeatureStatus> Features { get; init; }
}
