using ModelExporter.Sources.Files;

namespace ModelExporter.Sources;

/// <summary>How far a source has come: what it needs to go on from there in another process. A source fills what applies to it.</summary>
public sealed record SourcePositions
{
    public static SourcePositions None { get; } = new();

    public IReadOnlyList<FilePosition> Files { get; init; } = [];

    public IReadOnlyList<PartitionPosition> Partitions { get; init; } = [];
}
