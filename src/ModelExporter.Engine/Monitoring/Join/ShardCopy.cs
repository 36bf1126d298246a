namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>Room for a copy of one shard after the other, so that saving many makes no garbage.</summary>
sealed class ShardCopy
{
    public ulong[] Tags { get; private set; } = [];

    public PendingEntry[] Entries { get; private set; } = [];

    public Half[] Scores { get; private set; } = [];

    public void Take(ulong[] tags, PendingEntry[] entries, Half[] scores)
    {
        if (Tags.Length < tags.Length) (Tags, Entries) = (new ulong[tags.Length], new PendingEntry[entries.Length]);
        if (Scores.Length < scores.Length) Scores = new Half[scores.Length];
        tags.CopyTo(Tags, 0);
        entries.CopyTo(Entries, 0);
        scores.CopyTo(Scores, 0);
    }
}
