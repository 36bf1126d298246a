using ModelExporter.Sources.Files;

namespace ModelExporter.Sources;

/// <summary>How far a source has come: what it needs to go on from there in another process. A source fills what applies to it.</summary>
public sealed record SourcePositions
{
    public static SourcePositions None { get; } = new();

    /// <summary>Whether they are of a checkpoint that is not the last: what was read behind them is in no state, whoever was told of it.</summary>
    public bool AreOfAnOlderCheckpoint { get; init; }

    public IReadOnlyList<FilePosition> Files { get; init; } = [];

    public IReadOnlyList<PartitionPosition> Partitions { get; init; } = [];
}
