using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>Predictions that wait for labels and labels that wait for predictions: 27 to 32 bytes an id, and two bytes a class where scores are kept.</summary>
/// <remarks>Why not a database or a dictionary is in <c>docs/decisions/0003</c>.</remarks>
sealed class PendingTable
{
    /// <summary>Bytes an entry takes just after its shard has grown; scores come on top.</summary>
    public const int MaxBytesPerEntry = 32;

    const int ShardCount = 64;

    readonly int _scoresPerEntry;
    readonly PendingShard[] _shards = new PendingShard[ShardCount];

    /// <param name="scoresPerEntry">Multiclass: the number of classes whose scores are kept. Otherwise 0.</param>
    public PendingTable(int scoresPerEntry)
    {
        _scoresPerEntry = scoresPerEntry;
        for (int i = 0; i < ShardCount; i++) _shards[i] = new PendingShard(scoresPerEntry);
    }

    public int Count
    {
        get
        {
            int count = 0;
            foreach (var shard in _shards) count += shard.Count;
            return count;
        }
    }

    /// <summary>What the table takes in memory.</summary>
    public long Bytes => _shards.Sum(s => s.Bytes);

    public PendingShard ShardOf(RecordKey key) => _shards[key.Value & (ShardCount - 1)];

    /// <summary>Removes the entries that a test picks, and tidies up behind.</summary>
    /// <param name="test">Picks them.</param>
    /// <param name="keepRoom">Others will take their place at once, so the table stays as large as it is.</param>
    public void RemoveWhere(PendingTest test, bool keepRoom = false)
    {
        foreach (var shard in _shards)
        {
            int before = shard.Count;
            shard.RemoveWhere(test);
            if (shard.Count != before) shard.Tidy(keepRoom);
        }
    }

    /// <summary>The table as it is now, to be saved by any thread while this one goes on.</summary>
    public PendingImage Share() => new([.. _shards.Select(s => s.Share())]);

    /// <summary>Reads what an image saved.</summary>
    public void Restore(BinaryReader from)
    {
        ShardImage[] images = [.. _shards.Select(_ => ShardImage.Read(from, _scoresPerEntry))];
        for (int i = 0; i < ShardCount; i++) _shards[i].Restore(images[i]);
    }

    public PendingEntries GetEnumerator() => new(_shards);
}

/// <summary>Whether an entry is to go.</summary>
delegate bool PendingTest(in PendingEntry entry);
