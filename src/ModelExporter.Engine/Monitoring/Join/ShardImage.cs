using System.Numerics;
using ModelExporter.Statistics;

namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>The arrays of a shard as they were at one moment. The shard copies them before it writes to them, unless they were saved by then.</summary>
/// <remarks>Slots stay where they are: of entries of the same second, those that lie first are let go first, before a restart and after it.</remarks>
sealed class ShardImage(ulong[] tags, PendingEntry[] entries, Half[] scores, bool[] overflowed, int count, int scoresPerEntry)
{
    const int Gathered = 1024;

    bool _isSaved;

    /// <summary>Whether the arrays are the shard's again. Set by the thread that saves, read by the shard's.</summary>
    public bool IsSaved => Volatile.Read(ref _isSaved);

    /// <summary>Bytes that <see cref="Save"/> writes.</summary>
    public long Length => 2 * sizeof(int) + 2L * overflowed.Length + (long)count * (sizeof(ulong) + PendingEntry.Bytes + 2 * scoresPerEntry);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static ShardImage Read(BinaryReader from, int scoresPerEntry)
    {
        int buckets = from.ReadInt32();
        int count = from.ReadInt32();
        if (buckets <= 0 || count < 0 || count > (long)buckets * PendingShard.BucketSize) throw new InvalidDataException($"{count} entries in {buckets} buckets");
        var taken = new byte[buckets];
        var overflowed = new bool[buckets];
        from.ReadVector<byte>(taken);
        from.ReadVector<bool>(overflowed);
        if (taken.Sum(mask => (long)BitOperations.PopCount(mask)) != count) throw new InvalidDataException($"not {count} entries");
        int slots = buckets * PendingShard.BucketSize;
        var tags = new ulong[slots];
        var entries = new PendingEntry[slots];
        var scores = new Half[slots * scoresPerEntry];
        Scatter(from, tags, taken, 1);
        Scatter(from, entries, taken, 1);
        Scatter(from, scores, taken, scoresPerEntry);
        return new ShardImage(tags, entries, scores, overflowed, count, scoresPerEntry);
    }

    public void Save(BinaryWriter to)
    {
        to.Write(overflowed.Length);
        to.Write(count);
        var taken = new byte[overflowed.Length];
        for (int slot = 0; slot < tags.Length; slot++)
            if (tags[slot] != 0) taken[slot / PendingShard.BucketSize] |= (byte)(1 << (slot % PendingShard.BucketSize));
        to.WriteVector<byte>(taken);
        to.WriteVector<bool>(overflowed);
        Gather(to, tags, taken, 1);
        Gather(to, entries, taken, 1);
        Gather(to, scores, taken, scoresPerEntry);
        Volatile.Write(ref _isSaved, true);
    }

    /// <summary>Hands the arrays to a shard that has none of its own.</summary>
    public void Deconstruct(out ulong[] ofTags, out PendingEntry[] ofEntries, out Half[] ofScores, out bool[] ofOverflow, out int ofCount) =>
        (ofTags, ofEntries, ofScores, ofOverflow, ofCount) = (tags, entries, scores, overflowed, count);

    static void Gather<T>(BinaryWriter to, T[] from, byte[] taken, int width)
        where T : unmanaged
    {
        if (width == 0) return;
        var gathered = new T[Gathered * PendingShard.BucketSize * width];
        int length = 0;
        for (int bucket = 0; bucket < taken.Length; bucket++)
        {
            for (uint mask = taken[bucket]; mask != 0; mask &= mask - 1)
            {
                int slot = bucket * PendingShard.BucketSize + BitOperations.TrailingZeroCount(mask);
                from.AsSpan(slot * width, width).CopyTo(gathered.AsSpan(length));
                length += width;
            }
            if (length <= gathered.Length - PendingShard.BucketSize * width) continue;
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
                int slot = bucket * PendingShard.BucketSize + BitOperations.TrailingZeroCount(mask);
                from.ReadVector(into.AsSpan(slot * width, width));
            }
        }
    }
}
