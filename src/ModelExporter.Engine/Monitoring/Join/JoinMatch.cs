namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>An entry of the join, valid until the next one is added, and what stood there before.</summary>
readonly struct JoinMatch(PendingShard shard, int slot, in PendingEntry before)
{
    public readonly PendingEntry Before = before;

    public ref PendingEntry Entry => ref shard[slot];

    /// <summary>Multiclass: the scores that are kept with the entry.</summary>
    public Span<Half> Scores => shard.Scores(slot);
}

/// <summary>What a prediction met in the join.</summary>
enum PredictionOutcome
{
    Added,

    /// <summary>Its id was there before; the first prediction stands.</summary>
    Duplicate,

    /// <summary>Its label had come before it.</summary>
    LabelWaited,
}

/// <summary>What a label met in the join.</summary>
enum LabelOutcome
{
    /// <summary>It waits for its prediction.</summary>
    Waits,

    /// <summary>It replaced an earlier label that still waits.</summary>
    Replaced,

    /// <summary>Its prediction waited.</summary>
    Joined,

    /// <summary>Its prediction has a label already: the same, or one to correct.</summary>
    Again,

    /// <summary>Its prediction is older than the horizon.</summary>
    TooLate,
}
