using Confluent.Kafka;

namespace ModelExporter.Sources.Kafka;

/// <summary>Tells the group how far it came. A commit that fails is tried again, and troubles nothing but another member that would read on from there.</summary>
sealed class OffsetCommits(
    IConsumer<MessageBuffer, MessageBuffer> consumer, PartitionPositions positions, KafkaTroubles troubles, TimeSpan every, TimeProvider time)
{
    readonly Dictionary<TopicPartition, long> _committed = [];
    IReadOnlyList<PartitionPosition>? _kept;
    long _tried = time.GetTimestamp();

    /// <summary>Commits what a checkpoint has.</summary>
    /// <param name="kept">The positions in a new one; null = there is none.</param>
    public void CommitKept(IReadOnlyList<PartitionPosition>? kept)
    {
        bool isDue = kept is not null || time.GetElapsedTime(_tried) >= every;
        _kept = kept ?? _kept;
        if (_kept is null || !isDue) return;
        if (Commit(_kept.Select(p => new TopicPartitionOffset(p.Topic, p.Partition, p.Offset)))) _kept = null;
    }

    /// <summary>Commits what was handed over, now and then.</summary>
    public void CommitReached()
    {
        if (time.GetElapsedTime(_tried) >= every) Commit(positions.All.Select(p => new TopicPartitionOffset(p.Topic, p.Partition, p.Offset)));
    }

    /// <summary>Commits what was handed over of these partitions.</summary>
    public void Commit(IEnumerable<TopicPartition> partitions) =>
        Commit(partitions.Where(p => positions.Next(p) >= 0).Select(p => new TopicPartitionOffset(p, positions.Next(p))));

    bool Commit(IEnumerable<TopicPartitionOffset> offsets)
    {
        _tried = time.GetTimestamp();
        // Those of others are not for us to set.
        var news = offsets.Where(o => positions.Next(o.TopicPartition) >= 0 && _committed.GetValueOrDefault(o.TopicPartition, -1) != o.Offset.Value).ToList();
        if (news.Count == 0) return true;
        try
        {
            consumer.Commit(news);
        }
        catch (KafkaException e)
        {
            troubles.Met(KafkaError.Commit, "", e.Error.Reason);
            return false;
        }
        foreach (var offset in news) _committed[offset.TopicPartition] = offset.Offset.Value;
        troubles.Over(KafkaError.Commit);
        return true;
    }
}
