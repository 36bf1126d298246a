using Confluent.Kafka;

namespace ModelExporter.Sources.Kafka;

/// <summary>Tells the group how far it came. A commit that fails is tried again, and troubles nothing but another member that would read on from there.</summary>
sealed class OffsetCommits(
    IConsumer<MessageBuffer, MessageBuffer> consumer, PartitionPositions positions, KafkaTroubles troubles, TimeSpan every, TimeProvider time)
{
    readonly Dictionary<TopicPartition, long> _committed = [];
    IReadOnlyList<PartitionPosition>? _safe;
    bool _isUnsettled;
    long _tried = time.GetTimestamp();

    /// <summary>Commits what checkpoints hold.</summary>
    /// <param name="safe">The positions that have become safe; null = none have.</param>
    public void CommitSafe(IReadOnlyList<PartitionPosition>? safe)
    {
        bool isDue = safe is not null || time.GetElapsedTime(_tried) >= every;
        _safe = safe ?? _safe;
        if (_safe is null || !isDue) return;
        if (Commit(_safe.Select(p => new TopicPartitionOffset(p.Topic, p.Partition, p.Offset)))) _safe = null;
    }

    /// <summary>Commits what was handed over, now and then.</summary>
    public void CommitReached()
    {
        if (time.GetElapsedTime(_tried) >= every) Commit(positions.All.Partitions.Select(p => new TopicPartitionOffset(p.Topic, p.Partition, p.Offset)));
    }

    /// <summary>Commits what was handed over of partitions that are about to be given up.</summary>
    public void CommitLast(IReadOnlyList<TopicPartition> partitions)
    {
        const int Tries = 10;
        for (int i = 0; i < Tries; i++)
        {
            if (Commit(partitions.Select(p => new TopicPartitionOffset(p, positions.Next(p)))) || !_isUnsettled) return;
            Thread.Sleep(100);
        }
        troubles.Met(KafkaError.Commit, "", "the group does not settle; its next member counts again what came since the last commit");
    }

    bool Commit(IEnumerable<TopicPartitionOffset> offsets)
    {
        _tried = time.GetTimestamp();
        // The client would wait for them, and nothing be read meanwhile of those that come back first.
        if (troubles.About(KafkaError.BrokersDown).Count > 0) return false;
        // Those of others are not for us to set.
        var news = offsets.Where(o => positions.Next(o.TopicPartition) >= 0 && _committed.GetValueOrDefault(o.TopicPartition, -1) != o.Offset.Value).ToList();
        if (news.Count == 0) return true;
        try
        {
            consumer.Commit(news);
        }
        catch (KafkaException e)
        {
            // A group that is about to settle refuses for a moment, which is no trouble.
            _isUnsettled = e.Error.Code == ErrorCode.RebalanceInProgress;
            if (!_isUnsettled) troubles.Met(KafkaError.Commit, "", e.Error.Reason);
            return false;
        }
        foreach (var offset in news) _committed[offset.TopicPartition] = offset.Offset.Value;
        troubles.Over(KafkaError.Commit);
        return true;
    }
}
