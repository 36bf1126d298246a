using ModelExporter.Statistics;

namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>What became of everything that went into the join.</summary>
public sealed class JoinCounters
{
    /// <summary>Labels that came, by what they are or became.</summary>
    public long Labels { get; internal set; }

    public long[] Dropped { get; } = new long[Enum.GetValues<LabelDrop>().Length];

    /// <summary>Predictions whose label did not come within the horizon.</summary>
    public long PredictionsExpired { get; internal set; }

    /// <summary>Predictions that had to make room before their label came.</summary>
    public long PredictionsEvicted { get; internal set; }

    /// <summary>Labels from the future, whose time was set to now.</summary>
    public long LabelsFuture { get; internal set; }

    internal void Save(BinaryWriter to)
    {
        to.Write(Labels);
        to.WriteVector<long>(Dropped);
        to.Write(PredictionsExpired);
        to.Write(PredictionsEvicted);
        to.Write(LabelsFuture);
    }

    internal void Restore(BinaryReader from)
    {
        Labels = from.ReadInt64();
        from.ReadVector<long>(Dropped);
        PredictionsExpired = from.ReadInt64();
        PredictionsEvicted = from.ReadInt64();
        LabelsFuture = from.ReadInt64();
    }

    internal void Drop(LabelDrop reason) => Dropped[(int)reason]++;
}
