namespace ModelExporter.Engine.Monitoring;

/// <summary>What happened to a version's records, since the start.</summary>
public sealed class VersionCounters
{
    /// <summary>Predictions whose id came before.</summary>
    public long Duplicates { get; internal set; }

    /// <summary>Records from the future, whose time was set to now.</summary>
    public long Future { get; internal set; }

    /// <summary>Predictions older than every time window.</summary>
    public long Late { get; internal set; }

    /// <summary>Joined labels that belong to a time older than every time window.</summary>
    public long LabelsLate { get; internal set; }

    /// <summary>Feature values that no baseline knows, and so nobody watches.</summary>
    public long UnexpectedFeatures { get; internal set; }

    /// <summary>Predictions that no label can find: they have no id, or nothing to compare.</summary>
    public long Unjoinable { get; internal set; }

    /// <summary>Labels that replaced an earlier one.</summary>
    public long LabelsCorrected { get; internal set; }

    /// <summary>Labels of a class that the baseline does not have.</summary>
    public long LabelsUnseen { get; internal set; }

    internal void Save(BinaryWriter to)
    {
        to.Write(Duplicates);
        to.Write(Future);
        to.Write(Late);
        to.Write(LabelsLate);
        to.Write(UnexpectedFeatures);
        to.Write(Unjoinable);
        to.Write(LabelsCorrected);
        to.Write(LabelsUnseen);
    }

    internal void Restore(BinaryReader from)
    {
        Duplicates = from.ReadInt64();
        Future = from.ReadInt64();
        Late = from.ReadInt64();
        LabelsLate = from.ReadInt64();
        UnexpectedFeatures = from.ReadInt64();
        Unjoinable = from.ReadInt64();
        LabelsCorrected = from.ReadInt64();
        LabelsUnseen = from.ReadInt64();
    }
}
