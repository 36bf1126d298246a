namespace ModelExporter.Checkpoints;

/// <summary>A checkpoint that was written.</summary>
/// <param name="Time">When it was captured, in seconds since the epoch.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Duration">How long it took, from asking to being on disk.</param>
/// <param name="Pause">How long it held the records up at most: sources while it looked at where they are, and the slowest model while it was captured.</param>
public sealed record WrittenCheckpoint(double Time, long Bytes, TimeSpan Duration, TimeSpan Pause);
