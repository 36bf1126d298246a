using Confluent.Kafka;

namespace ModelExporter.Sources.Kafka;

// Partitions come and go. The client calls back from within a poll.
sealed partial class KafkaSession
{
    List<TopicPartitionOffset> OnAssigned(List<TopicPartition> partitions)
    {
        // Those that come are not paused, even if the others are.
        _isPaused = false;
        if (partitions.Count > 0) _parts.Kafka.Rebalanced();
        _troubles.Connected();
        _troubles.Over(KafkaError.Authorization);
        var starts = StartsOf(partitions);
        using (Enter())
            foreach (var start in starts) _positions.Assigned(start.TopicPartition, start.Offset.Value);
        Log.Assigned(_parts.Logger, _parts.Name, partitions.Count);
        return starts;
    }

    List<TopicPartitionOffset> StartsOf(List<TopicPartition> partitions)
    {
        try
        {
            return _starts.Of(partitions);
        }
        catch (KafkaException e)
        {
            OnError(e.Error);
            // Where this process does not know better the client asks the group, and tells when it knows nothing either.
            return [.. partitions.Select(p => new TopicPartitionOffset(p, _positions.Of(p) is >= 0 and var known ? known : Offset.Unset))];
        }
    }

    /// <summary>Gives partitions up in an orderly way: the next owner goes on behind what this one has counted.</summary>
    void OnRevoked(List<TopicPartitionOffset> partitions)
    {
        if (partitions.Count == 0) return;
        _parts.Kafka.Rebalanced();
        HandOver(static _ => Thread.Sleep(1), CancellationToken.None);
        bool isSafe = !_parts.Checkpoints.AreKept || _parts.Checkpoints.WriteAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (isSafe) _commits.CommitLast([.. partitions.Select(p => p.TopicPartition)]);
        else Log.NotSafe(_parts.Logger, _parts.Name);
        Release(partitions);
        Log.Revoked(_parts.Logger, _parts.Name, partitions.Count);
    }

    /// <summary>The group has given the partitions to others already; nothing can be said about them any more.</summary>
    void OnLost(List<TopicPartitionOffset> partitions)
    {
        _parts.Kafka.Rebalanced();
        _troubles.Happened(KafkaError.PartitionsLost, $"{partitions.Count} partitions were taken away, what came since the last commit may be counted twice");
        HandOver(static _ => Thread.Sleep(1), CancellationToken.None);
        Release(partitions);
    }

    void Release(List<TopicPartitionOffset> partitions)
    {
        using (Enter())
            foreach (var partition in partitions) _positions.Released(partition.TopicPartition);
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Partitions were assigned")]
        public static partial void Assigned(ILogger logger, string source, int partitions);

        [LoggerMessage(Level = LogLevel.Information, Message = "Partitions were given up")]
        public static partial void Revoked(ILogger logger, string source, int partitions);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Partitions are given up without a checkpoint: what came since the last one may be counted twice")]
        public static partial void NotSafe(ILogger logger, string source);
    }
}
