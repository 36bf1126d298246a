namespace ModelExporter.Engine.Records;

/// <summary>One prediction, one label, or both, as it was read: nothing in it is judged yet.</summary>
public struct RecordRow
{
    public RecordKey Key;

    /// <summary>Microseconds since the epoch.</summary>
    public long Time;

    /// <summary>It came without a time, and its time is that of its arrival.</summary>
    public bool IsUntimed;

    public bool IsPrediction;

    /// <summary>The label named no model and was offered to all of them.</summary>
    public bool IsUnaddressed;

    public RecordValue Version;

    /// <summary>The predicted class, or a scalar prediction whose meaning the model's task decides.</summary>
    public RecordValue Predicted;

    public RecordValue Score;

    public RecordValue Value;

    /// <summary>Ground truth.</summary>
    public RecordValue Label;

    /// <summary>Seconds; NaN where the record has none.</summary>
    public double Latency;

    /// <summary>The scores carry slots of names; otherwise positions.</summary>
    public bool ScoresByName;

    public int FirstFeature;
    public int FeatureCount;
    public int FirstScore;
    public int ScoreCount;

    /// <summary>Feature values that were not kept, because the record has too many.</summary>
    public int FeaturesDropped;

    public readonly bool IsLabel => Label.Kind != ValueKind.Absent;
}
