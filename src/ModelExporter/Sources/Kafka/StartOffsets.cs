using Confluent.Kafka;
using ModelExporter.Configuration;

namespace ModelExporter.Sources.Kafka;

/// <summary>
/// Decides where a partition is read from: the further of what this exporter and what its group has read, since the one is behind when it has
/// crashed, and the other when another member went on with the partition; what neither knows starts where the config says. Where the state is that of an
/// older checkpoint, this exporter alone knows what is missing in it.
/// </summary>
sealed class StartOffsets(IConsumer<MessageBuffer, MessageBuffer> consumer, KafkaStart start, PartitionPositions positions)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="KafkaException">The brokers do not answer.</exception>
    public List<TopicPartitionOffset> Of(IReadOnlyList<TopicPartition> partitions)
    {
        if (partitions.Count == 0) return [];
        var committed = consumer.Committed(partitions, Patience).ToDictionary(c => c.TopicPartition, c => c.Offset.Value);
        return [.. partitions.Select(p => Known(p, committed.GetValueOrDefault(p, -1)) is >= 0 and var known ? new TopicPartitionOffset(p, known) : New(p))];
    }

    /// <summary>Where a partition is read from that nobody has read before.</summary>
    public TopicPartitionOffset New(TopicPartition partition)
    {
        if (start.Time is { } time)
        {
            var found = consumer.OffsetsForTimes([new TopicPartitionTimestamp(partition, new Timestamp(time.UtcDateTime))], Patience)[0];
            if (found.Offset.Value >= 0) return new TopicPartitionOffset(partition, found.Offset);
        }
        else if (!start.AtEnd) return new TopicPartitionOffset(partition, Offset.Beginning);
        // As a number, so that it is known, and kept, before the first message comes.
        return new TopicPartitionOffset(partition, consumer.QueryWatermarkOffsets(partition, Patience).High);
    }

    /// <summary>The first message of a partition that there still is.</summary>
    public TopicPartitionOffset First(TopicPartition partition) => new(partition, consumer.QueryWatermarkOffsets(partition, Patience).Low);

    /// <summary>Where a partition goes on; negative = neither this exporter nor its group knows.</summary>
    long Known(TopicPartition partition, long committed) => positions.Of(partition) is var own && positions.IsRepeated(partition) ? own : Math.Max(own, committed);
}
