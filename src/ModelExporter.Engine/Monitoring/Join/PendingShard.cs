using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>A part of the pending table: buckets of eight 64-bit tags, their entries beside them. It grows alone, so that growth copies little.</summary>
sealed class PendingShard(int scoresPerEntry)
{
    public const int BucketSize = 8;

    ulong[] _tags = new ulong[BucketSize];
    PendingEntry[] _entries = new PendingEntry[BucketSize];
    Half[] _scores = new Half[BucketSize * scoresPerEntry];

    // A bucket that an entry had to pass by: a search that ends in it must look on.
    bool[] _overflowed = new bool[1];
    ShardImage? _image;

    public int Count { get; private set; }

    public long Bytes => TableBytes + (long)_scores.Length * 2;

    long TableBytes => (long)_tags.Length * (sizeof(ulong) + PendingEntry.Bytes) + _overflowed.Length;

    public ref PendingEntry this[int slot] => ref _entries[slot];

    public Span<Half> Scores(int slot) => _scores.AsSpan(slot * scoresPerEntry, scoresPerEntry);

    /// <summary>The slot of a tag, or -1.</summary>
    public int Find(ulong tag)
    {
        for (int bucket = Home(tag); ; bucket = Next(bucket))
        {
            int slot = FindIn(bucket, tag);
            if (slot >= 0) return slot;
            if (!_overflowed[bucket]) return -1;
        }
    }

    /// <summary>Brings what a search for this tag will look at into the processor's caches, and returns nothing of meaning.</summary>
    // Not inlined, so that the reads are not dropped for want of a use.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ulong Fetch(ulong tag)
    {
        int first = Home(tag) * BucketSize;
        return _tags[first] ^ _tags[first + BucketSize - 1] ^ (_overflowed[first / BucketSize] ? 1u : 0)
            ^ _entries[first].Time ^ _entries[first + BucketSize / 2].Time ^ _entries[first + BucketSize - 1].Time;
    }

    /// <summary>The shard as it is now, to be saved by another thread while this one goes on.</summary>
    public ShardImage Share() => _image = new ShardImage(_tags, _entries, _scores, [.. _overflowed], Count, scoresPerEntry);

    /// <summary>Takes over what was saved.</summary>
    public void Restore(ShardImage image) => (_tags, _entries, _scores, _overflowed, Count) = image;

    /// <summary>To be called before an entry is changed: an image that is being saved has to know what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Touch(int slot)
    {
        if (_image is { } image && !image.TryKeep(slot / BucketSize)) _image = null;
    }

    /// <summary>Adds a tag that is not there and returns its slot, whose entry is blank.</summary>
    public int Add(ulong tag)
    {
        // At 7/8 full a search looks at 1.3 buckets; growing by a seventh keeps an entry at 32 bytes or less.
        int buckets = _overflowed.Length;
        if (Count >= buckets * (BucketSize - 1)) Rebuild(buckets * 8 / 7 + 1);
        int slot = Place(tag);
        _entries[slot] = default;
        Count++;
        return slot;
    }

    /// <summary>The first taken slot behind this one, or -1. Begin behind -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextTaken(int slot)
    {
        var tags = _tags;
        for (slot++; (uint)slot < (uint)tags.Length; slot++)
            if (tags[slot] != 0) return slot;
        return -1;
    }

    /// <summary>Removes the entries that a test picks; <see cref="Tidy"/> is due then.</summary>
    public void RemoveWhere(PendingTest test)
    {
        for (int slot = 0; slot < _tags.Length; slot++)
        {
            if (_tags[slot] == 0 || !test(in _entries[slot])) continue;
            Touch(slot);
            _tags[slot] = 0;
            Count--;
        }
    }

    /// <summary>Places anew what stands outside its own bucket: without it, the overflow marks of entries long gone would lengthen every search.</summary>
    /// <param name="keepRoom">The shard stays as large as it is; otherwise one that is too large for what is left in it is made smaller.</param>
    public void Tidy(bool keepRoom)
    {
        if (!keepRoom && TableBytes > (long)Count * PendingTable.MaxBytesPerEntry)
        {
            Rebuild(Count * 8 / 7 / (BucketSize - 1) + 1);
            return;
        }
        Array.Clear(_overflowed);
        for (int slot = 0; slot < _tags.Length; slot++)
        {
            ulong tag = _tags[slot];
            if (tag == 0 || Home(tag) == slot / BucketSize) continue;
            Touch(slot);
            _tags[slot] = 0;
            Copy(_entries, _scores, slot, Place(tag));
        }
    }

    void Rebuild(int buckets)
    {
        // The old arrays are not changed any more: an image has them as they are.
        _image = null;
        var (tags, entries, scores) = (_tags, _entries, _scores);
        _tags = new ulong[buckets * BucketSize];
        // Only what a tag points at is ever read.
        _entries = GC.AllocateUninitializedArray<PendingEntry>(buckets * BucketSize);
        _scores = new Half[buckets * BucketSize * scoresPerEntry];
        _overflowed = new bool[buckets];
        for (int slot = 0; slot < tags.Length; slot++)
        {
            if (tags[slot] == 0) continue;
            Copy(entries, scores, slot, Place(tags[slot]));
        }
    }

    void Copy(PendingEntry[] entries, Half[] scores, int slot, int to)
    {
        _entries[to] = entries[slot];
        scores.AsSpan(slot * scoresPerEntry, scoresPerEntry).CopyTo(Scores(to));
    }

    int Place(ulong tag)
    {
        for (int bucket = Home(tag); ; bucket = Next(bucket))
        {
            int slot = FindIn(bucket, 0);
            if (slot < 0)
            {
                _overflowed[bucket] = true;
                continue;
            }
            Touch(slot);
            _tags[slot] = tag;
            return slot;
        }
    }

    /// <summary>The slot of a bucket that holds this tag, or -1. A free slot holds 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int FindIn(int bucket, ulong tag)
    {
        int first = bucket * BucketSize;
        ulong found = Vector512.Equals(Vector512.Create(_tags, first), Vector512.Create(tag)).ExtractMostSignificantBits();
        return found == 0 ? -1 : first + BitOperations.TrailingZeroCount(found);
    }

    // The low bits of the tag chose the shard; a multiplication brings fresh ones to the top.
    int Home(ulong tag) => (int)Math.BigMul(tag * 0x9E37_79B9_7F4A_7C15, (ulong)_overflowed.Length, out _);

    int Next(int bucket) => bucket + 1 == _overflowed.Length ? 0 : bucket + 1;
}
