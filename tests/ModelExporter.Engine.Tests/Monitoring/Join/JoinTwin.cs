using ModelExporter.Engine.Monitoring.Join;

namespace ModelExporter.Engine.Tests.Monitoring.Join;

/// <summary>What <see cref="LabelJoin"/> must say, with a dictionary and no bounds but time.</summary>
sealed class JoinTwin(uint horizon)
{
    readonly Dictionary<ulong, PendingEntry> _entries = [];

    public int Count => _entries.Count;

    public int PredictionsPending => _entries.Values.Count(e => e.State == PendingState.Predicted);

    public int LabelsPending => _entries.Values.Count(e => e.State is PendingState.Labelled or PendingState.LabelledUnaddressed);

    public long PredictionsExpired { get; private set; }

    public long[] Dropped { get; } = new long[Enum.GetValues<LabelDrop>().Length];

    public IReadOnlyDictionary<ulong, PendingEntry> Entries => _entries;

    public PredictionOutcome AddPrediction(ulong key, in PendingEntry prediction, out PendingEntry before)
    {
        bool known = _entries.TryGetValue(key, out before);
        if (known && before.State is PendingState.Predicted or PendingState.Joined && known) return PredictionOutcome.Duplicate;
        _entries[key] = prediction;
        return known ? PredictionOutcome.LabelWaited : PredictionOutcome.Added;
    }

    public LabelOutcome AddLabel(ulong key, in PendingEntry label, out PendingEntry before)
    {
        if (!_entries.TryGetValue(key, out before))
        {
            _entries[key] = label;
            return LabelOutcome.Waits;
        }
        if (before.State is PendingState.Labelled or PendingState.LabelledUnaddressed)
        {
            _entries[key] = label;
            return LabelOutcome.Replaced;
        }
        if ((long)label.Time - before.Time > horizon) return LabelOutcome.TooLate;
        return before.State == PendingState.Joined ? LabelOutcome.Again : LabelOutcome.Joined;
    }

    public void Settle(ulong key, in PendingEntry entry) => _entries[key] = entry;

    public void Expire(uint now)
    {
        foreach (var (key, entry) in _entries.Where(e => (long)e.Value.Time < (long)now - horizon).ToList())
        {
            _entries.Remove(key);
            if (entry.State == PendingState.Predicted) PredictionsExpired++;
            else if (entry.State == PendingState.Labelled) Dropped[(int)LabelDrop.UnknownId]++;
            else if (entry.State == PendingState.LabelledUnaddressed) Dropped[(int)LabelDrop.Unclaimed]++;
        }
    }
}
