using System.Numerics;
using ModelExporter.Statistics;

namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>A shard as it was at one moment, saved by one thread while another goes on changing the shard.</summary>
/// <remarks>
/// The arrays stay the shard's. Before it changes a bucket it leaves here what stood in it; who saves copies the arrays, changed or not, and then
/// puts back what was left. Slots stay where they are: of entries of the same second those that lie first are let go first, before a restart and after it.
/// </remarks>
sealed class ShardImage(ulong[] tags, PendingEntry[] entries, Half[] scores, bool[] overflowed, int count, int scoresPerEntry)
{
    const int BucketSize = PendingShard.BucketSize;
    const int Gathered = 1024;

    readonly Lock _lock = new();
    readonly Dictionary<int, Bucket> _before = [];
    bool _isSaved;

    /// <summary>Bytes that <see cref="Save"/> writes.</summary>
    public long Length => 2 * sizeof(int) + 2L * overflowed.Length + (long)count * (sizeof(ulong) + PendingEntry.Bytes + 2 * scoresPerEntry);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static ShardImage Read(BinaryReader from, int scoresPerEntry)
    {
        int buckets = from.ReadInt32();
        int count = from.ReadInt32();
        if (buckets <= 0 || count < 0 || count > (long)buckets * BucketSize) throw new InvalidDataException($"{count} entries in {buckets} buckets");
        var taken = new byte[buckets];
        var overflowed = new bool[buckets];
        from.ReadVector<byte>(taken);
        from.ReadVector<bool>(overflowed);
        if (taken.Sum(mask => (long)BitOperations.PopCount(mask)) != count) throw new InvalidDataException($"not {count} entries");
        int slots = buckets * BucketSize;
        var tags = new ulong[slots];
        var entries = new PendingEntry[slots];
        var scores = new Half[slots * scoresPerEntry];
        Scatter(from, tags, taken, 1);
        Scatter(from, entries, taken, 1);
        Scatter(from, scores, taken, scoresPerEntry);
        return new ShardImage(tags, entries, scores, overflowed, count, scoresPerEntry);
    }

    /// <summary>Hands the arrays to a shard that has none of its own.</summary>
    public void Deconstruct(out ulong[] ofTags, out PendingEntry[] ofEntries, out Half[] ofScores, out bool[] ofOverflow, out int ofCount) =>
        (ofTags, ofEntries, ofScores, ofOverflow, ofCount) = (tags, entries, scores, overflowed, count);

    /// <summary>Told by the shard before it changes a bucket. False = the image is saved and need not be told any more.</summary>
    public bool TryKeep(int bucket)
    {
        lock (_lock)
        {
            if (_isSaved) return false;
            if (!_before.ContainsKey(bucket)) _before.Add(bucket, Bucket.Of(bucket, tags, entries, scores, scoresPerEntry));
            return true;
        }
    }

    /// <param name="to">Where to.</param>
    /// <param name="copy">Room to work in.</param>
    public void Save(BinaryWriter to, ShardCopy copy)
    {
        copy.Take(tags, entries, scores);
        lock (_lock)
        {
            foreach (var (bucket, before) in _before) before.PutBack(bucket, copy);
            _before.Clear();
            _isSaved = true;
        }
        to.Write(overflowed.Length);
        to.Write(count);
        var taken = new byte[overflowed.Length];
        for (int slot = 0; slot < tags.Length; slot++)
            if (copy.Tags[slot] != 0) taken[slot / BucketSize] |= (byte)(1 << (slot % BucketSize));
        to.WriteVector<byte>(taken);
        to.WriteVector<bool>(overflowed);
        Gather(to, copy.Tags, taken, 1);
        Gather(to, copy.Entries, taken, 1);
        Gather(to, copy.Scores, taken, scoresPerEntry);
    }

    static void Gather<T>(BinaryWriter to, T[] from, byte[] taken, int width)
        where T : unmanaged
    {
        if (width == 0) return;
        var gathered = new T[Gathered * BucketSize * width];
        int length = 0;
        for (int bucket = 0; bucket < taken.Length; bucket++)
        {
            for (uint mask = taken[bucket]; mask != 0; mask &= mask - 1)
            {
                int slot = bucket * BucketSize + BitOperations.TrailingZeroCount(mask);
                from.AsSpan(slot * width, width).CopyTo(gathered.AsSpan(length));
                length += width;
            }
            if (length <= gathered.Length - BucketSize * width) continue;
            to.WriteVector<T>(gathered.AsSpan(0, length));
            length = 0;
        }
        to.WriteVector<T>(gathered.AsSpan(0, length));
    }

    static void Scatter<T>(BinaryReader from, T[] into, byte[] taken, int width)
        where T : unmanaged
    {
        if (width == 0) return;
        for (int bucket = 0; bucket < taken.Length; bucket++)
        {
            for (uint mask = taken[bucket]; mask != 0; mask &= mask - 1)
            {
                int slot = bucket * BucketSize + BitOperations.TrailingZeroCount(mask);
                from.ReadVector(into.AsSpan(slot * width, width));
            }
        }
    }

    /// <summary>What stood in a bucket.</summary>
    sealed record Bucket(ulong[] Tags, PendingEntry[] Entries, Half[] Scores)
    {
        public static Bucket Of(int bucket, ulong[] tags, PendingEntry[] entries, Half[] scores, int scoresPerEntry) => new(
            tags.AsSpan(bucket * BucketSize, BucketSize).ToArray(),
            entries.AsSpan(bucket * BucketSize, BucketSize).ToArray(),
            scores.AsSpan(bucket * BucketSize * scoresPerEntry, BucketSize * scoresPerEntry).ToArray());

        public void PutBack(int bucket, ShardCopy copy)
        {
            Tags.CopyTo(copy.Tags, bucket * BucketSize);
            Entries.CopyTo(copy.Entries, bucket * BucketSize);
            Scores.CopyTo(copy.Scores, bucket * Scores.Length);
        }
    }
}
