namespace ModelExporter.Checkpoints;

/// <summary>What went wrong with a checkpoint.</summary>
public enum CheckpointFailure
{
    /// <summary>It could not be written.</summary>
    Write,

    /// <summary>At the start it could not be read and was set aside.</summary>
    Refused,

    /// <summary>At the start a part of it did not fit the config.</summary>
    Misfit,

    /// <summary>A fault in the program.</summary>
    Fault,
}
