using System.Numerics;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>Joins labels to predictions by id, whichever comes first, bounded in number and in time. Times are seconds since the epoch.</summary>
sealed class LabelJoin(LabelConfig config, int scoresPerEntry)
{
    // Entries leave up to 1/256 of the horizon late, so that one pass over the table serves many. A label is judged exactly all the same.
    readonly uint _sweepEvery = (uint)Math.Max(1, config.Horizon.TotalSeconds / 256);
    readonly uint _horizon = (uint)config.Horizon.TotalSeconds;
    readonly PendingTable _table = new(scoresPerEntry);
    uint _nextSweep;
    int _count;

    public JoinCounters Counters { get; } = new();

    /// <summary>Predictions that wait for their label.</summary>
    public int PredictionsPending { get; private set; }

    /// <summary>Labels that wait for their prediction.</summary>
    public int LabelsPending { get; private set; }

    public long Bytes => _table.Bytes;

    /// <summary>Looks ahead to ids that come next: the table is larger than the processor's caches, and one wait for memory can serve many.</summary>
    public void Fetch(ReadOnlySpan<RecordRow> rows)
    {
        foreach (ref readonly var row in rows) _ = _table.ShardOf(row.Key).Fetch(row.Key.Value);
    }

    /// <summary>Makes a prediction known.</summary>
    /// <param name="key">Its id.</param>
    /// <param name="prediction">What to remember of it.</param>
    /// <param name="match">Where the entry stands, and the label that waited for it, if one did.</param>
    public PredictionOutcome AddPrediction(RecordKey key, in PendingEntry prediction, out JoinMatch match)
    {
        var shard = _table.ShardOf(key);
        int slot = shard.Find(key.Value);
        if (slot >= 0)
        {
            shard.Touch(slot);
            match = new JoinMatch(shard, slot, shard[slot]);
            if (match.Before.State is PendingState.Predicted or PendingState.Joined) return PredictionOutcome.Duplicate;
            LabelsPending--;
            shard[slot] = prediction;
            return PredictionOutcome.LabelWaited;
        }
        MakeRoom();
        slot = shard.Add(key.Value);
        shard[slot] = prediction;
        _count++;
        if (prediction.State == PendingState.Predicted) PredictionsPending++;
        match = new JoinMatch(shard, slot, default);
        return PredictionOutcome.Added;
    }

    /// <summary>Brings a label in. Where it meets its prediction, the caller settles the entry.</summary>
    public LabelOutcome AddLabel(RecordKey key, in PendingEntry label, out JoinMatch match)
    {
        var shard = _table.ShardOf(key);
        int slot = shard.Find(key.Value);
        if (slot < 0)
        {
            MakeRoom();
            slot = shard.Add(key.Value);
            shard[slot] = label;
            _count++;
            LabelsPending++;
            match = new JoinMatch(shard, slot, default);
            return LabelOutcome.Waits;
        }
        shard.Touch(slot);
        ref var entry = ref shard[slot];
        match = new JoinMatch(shard, slot, entry);
        if (entry.State is PendingState.Labelled or PendingState.LabelledUnaddressed)
        {
            entry = label;
            return LabelOutcome.Replaced;
        }
        if (label.Time > entry.Time && label.Time - entry.Time > _horizon) return LabelOutcome.TooLate;
        if (entry.State == PendingState.Joined) return LabelOutcome.Again;
        PredictionsPending--;
        return LabelOutcome.Joined;
    }

    /// <summary>The table as it is now, to be saved by any thread while this one goes on.</summary>
    public PendingImage Share() => _table.Share();

    /// <summary>Reads the table that an image saved, and counts what is in it.</summary>
    public void Restore(BinaryReader from)
    {
        _table.Restore(from);
        _count = _table.Count;
        foreach (ref readonly var entry in _table)
        {
            if (entry.State == PendingState.Predicted) PredictionsPending++;
            else if (entry.State != PendingState.Joined) LabelsPending++;
        }
    }

    public void SaveClock(BinaryWriter to)
    {
        to.Write(_nextSweep);
        Counters.Save(to);
    }

    public void RestoreClock(BinaryReader from)
    {
        _nextSweep = from.ReadUInt32();
        Counters.Restore(from);
    }

    /// <summary>Lets go what waited longer than the horizon.</summary>
    public void Expire(uint now)
    {
        if (now < _nextSweep) return;
        _nextSweep = now + _sweepEvery;
        if (now >= _horizon && _count > 0) Sweep(now - _horizon);
    }

    /// <summary>Lets go every prediction of a version, whose number will name another one.</summary>
    public void Forget(int version) => _table.RemoveWhere((in PendingEntry entry) =>
        entry.Version == version
        && entry.State is PendingState.Predicted or PendingState.Joined
        && Leave(entry, expired: true));

    // Apart from Expire, which is called for every record: what a lambda captures is allocated where the method begins.
    void Sweep(uint oldest) => _table.RemoveWhere((in PendingEntry entry) => entry.Time < oldest && Leave(entry, expired: true));

    void MakeRoom()
    {
        if (_count >= config.MaxPending) EvictOldest();
    }

    /// <summary>Lets go the oldest eighth: pairs that are only kept for corrections first, then what still waits.</summary>
    // Every eviction looks at every entry a few times. An eighth makes that about thirty looks for each entry that is let go.
    void EvictOldest()
    {
        int wanted = Math.Max(1, config.MaxPending / 8);
        int pairs = _count - PredictionsPending - LabelsPending;
        bool pairsSuffice = pairs >= wanted;
        int left = pairsSuffice ? wanted : wanted - pairs;
        ulong cutoff = Cutoff(left, pairsSuffice);
        _table.RemoveWhere(
            (in PendingEntry entry) => entry.State == PendingState.Joined != pairsSuffice
                ? !pairsSuffice && Leave(entry, expired: false)
                : entry.Time < cutoff && left-- > 0 && Leave(entry, expired: false),
            keepRoom: true);
    }

    /// <summary>The time before which at least the wanted number of pairs or of others are, found with two passes and no sorting.</summary>
    ulong Cutoff(int wanted, bool pairs)
    {
        const int BinBits = 11;
        var (first, last) = (uint.MaxValue, uint.MinValue);
        foreach (ref readonly var entry in _table)
        {
            first = Math.Min(first, entry.Time);
            last = Math.Max(last, entry.Time);
        }
        // What is older than the horizon is only there until the next sweep: it must not make the bins wide.
        if (last > _horizon) first = Math.Max(first, last - _horizon);
        int shift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(last - first) - BinBits);
        var counts = new int[1 << BinBits];
        foreach (ref readonly var entry in _table)
        {
            // Counted or not, without a branch: pairs and others lie mixed.
            counts[(Math.Max(entry.Time, first) - first) >> shift] += (entry.State == PendingState.Joined) == pairs ? 1 : 0;
        }
        int bin = 0;
        for (int seen = counts[0]; seen < wanted && bin < counts.Length - 1; seen += counts[bin]) bin++;
        return first + ((ulong)(bin + 1) << shift);
    }

    bool Leave(in PendingEntry entry, bool expired)
    {
        _count--;
        switch (entry.State)
        {
            case PendingState.Predicted:
                PredictionsPending--;
                if (expired) Counters.PredictionsExpired++;
                else Counters.PredictionsEvicted++;
                break;
            case PendingState.Labelled or PendingState.LabelledUnaddressed:
                LabelsPending--;
                Counters.Drop(!expired ? LabelDrop.Evicted
                    : entry.State == PendingState.Labelled ? LabelDrop.UnknownId : LabelDrop.Unclaimed);
                break;
        }
        return true;
    }
}
