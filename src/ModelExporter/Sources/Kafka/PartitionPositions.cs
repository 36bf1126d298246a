using Confluent.Kafka;

namespace ModelExporter.Sources.Kafka;

/// <summary>How far the partitions of a source were handed over. The source's thread writes, inside passages; whoever closed the gate reads.</summary>
sealed class PartitionPositions
{
    /// <summary>Partitions that are not the source's any more are kept for when they come back; more than this are forgotten.</summary>
    const int MaxFormer = 10_000;

    readonly Dictionary<TopicPartition, long> _assigned = [];
    readonly Dictionary<TopicPartition, long> _former = [];
    readonly HashSet<TopicPartition> _repeated = [];
    Dictionary<TopicPartition, long> _decoded = [];
    TopicPartition? _last;
    long _lastNext;

    /// <param name="resume">How far a source before this one came.</param>
    public PartitionPositions(SourcePositions resume)
    {
        foreach (var position in resume.Partitions) _former[new TopicPartition(position.Topic, position.Partition)] = position.Offset;
        if (resume.AreOfAnOlderCheckpoint) _repeated.UnionWith(_former.Keys);
    }

    /// <summary>The next offsets of the partitions that are the source's now, and of those that were: a process that ends before it was given any must not forget what it had read.</summary>
    public SourcePositions All => new()
    {
        Partitions = [.. _former.Where(p => !_assigned.ContainsKey(p.Key)).Concat(_assigned).Select(p => new PartitionPosition(p.Key.Topic, p.Key.Partition.Value, p.Value))],
        AreOfAnOlderCheckpoint = _repeated.Count > 0,
    };

    /// <summary>The next offset of a partition that is the source's now; -1 = only the broker knows it, or it is not the source's.</summary>
    public long Next(TopicPartition partition) => _assigned.GetValueOrDefault(partition, -1);

    /// <summary>The next offset of a partition, as far as this process knows; -1 = it never read it.</summary>
    public long Of(TopicPartition partition) => _assigned.TryGetValue(partition, out long next) || _former.TryGetValue(partition, out next) ? next : -1;

    /// <summary>Whether a partition has to be read again from the position that is known of it, however far its group has come.</summary>
    public bool IsRepeated(TopicPartition partition) => _repeated.Contains(partition);

    /// <summary>A message was decoded; its position counts when it is handed over.</summary>
    public void Decoded(string topic, int partition, long next)
    {
        if (_last is null || _last.Partition.Value != partition || _last.Topic != topic)
        {
            if (_last is not null) _decoded[_last] = _lastNext;
            _last = new TopicPartition(topic, partition);
        }
        _lastNext = next;
    }

    /// <summary>What was decoded is handed over.</summary>
    public void HandedOver()
    {
        if (_last is not null) _decoded[_last] = _lastNext;
        _last = null;
        foreach (var (partition, next) in _decoded) _assigned[partition] = next;
        _decoded.Clear();
    }

    /// <summary>A partition becomes the source's; a negative offset is a place that only the broker knows.</summary>
    public void Assigned(TopicPartition partition, long next)
    {
        _repeated.Remove(partition);
        if (next >= 0) _assigned[partition] = next;
    }

    /// <summary>The client is gone, and with it what was decoded and not handed over.</summary>
    public void ReleaseAll()
    {
        (_last, _decoded) = (null, []);
        foreach (var partition in _assigned.Keys.ToList()) Released(partition);
    }

    /// <summary>A partition is no longer the source's.</summary>
    public void Released(TopicPartition partition)
    {
        if (!_assigned.Remove(partition, out long next)) return;
        if (_former.Count >= MaxFormer) _former.Clear();
        _former[partition] = next;
    }
}
