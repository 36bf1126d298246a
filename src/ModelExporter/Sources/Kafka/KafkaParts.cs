using ModelExporter.Configuration;

namespace ModelExporter.Sources.Kafka;

/// <summary>What a source keeps from one client to the next.</summary>
sealed class KafkaParts
{
    IReadOnlyList<PartitionPosition>? _safe;

    public required string Name { get; init; }

    public required KafkaSourceConfig Config { get; init; }

    public required IModelInlets Inlets { get; init; }

    public required ICheckpoints Checkpoints { get; init; }

    public required KafkaCounters Kafka { get; init; }

    public required KafkaTroubles Troubles { get; init; }

    public required PartitionPositions Positions { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>A checkpoint has these positions. Any thread, one at a time.</summary>
    public void Keep(IReadOnlyList<PartitionPosition> positions) => Volatile.Write(ref _safe, positions);

    /// <summary>The positions that became safe since it was last asked; null = none did.</summary>
    public IReadOnlyList<PartitionPosition>? TakeSafe() => _safe is null ? null : Interlocked.Exchange(ref _safe, null);
}
