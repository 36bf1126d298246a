namespace ModelExporter.Engine.Records;

/// <summary>Bounds on one record, so that no log makes the process grow.</summary>
public static class RecordLimits
{
    /// <summary>Longest name of a model, version, feature or class, in bytes.</summary>
    public const int NameBytes = 256;

    /// <summary>Feature names that one source may bring in; names known from a baseline or config count first.</summary>
    public const int Slots = 8_192;

    /// <summary>Feature values of one record; more are not read, and counted as unexpected.</summary>
    public const int FeaturesPerRecord = 8_192;

    /// <summary>Scores of one record.</summary>
    public const int ScoresPerRecord = 1_000;

    /// <summary>Longest categorical value kept, in bytes; a longer one is cut, and so still differs from every known category.</summary>
    public const int TextBytes = 1_024;
}
