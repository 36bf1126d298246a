namespace ModelExporter.Checkpoints;

/// <summary>What became of the checkpoints since the process started. Written by who writes them, read by the telemetry endpoint.</summary>
public sealed class CheckpointCounters
{
    readonly long[] _failures = new long[Enum.GetValues<CheckpointFailure>().Length];

    /// <summary>The last one that was written; null = none yet.</summary>
    public WrittenCheckpoint? Last { get; private set; }

    public long Failures(CheckpointFailure reason) => Interlocked.Read(ref _failures[(int)reason]);

    public void Fail(CheckpointFailure reason) => Interlocked.Increment(ref _failures[(int)reason]);

    public void Wrote(WrittenCheckpoint checkpoint) => Last = checkpoint;
}
