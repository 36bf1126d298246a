namespace ModelExporter.Sources;

/// <summary>How far a partition of a Kafka topic was read.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition's number.</param>
/// <param name="Offset">The offset of the next message.</param>
public sealed record PartitionPosition(string Topic, int Partition, long Offset);
