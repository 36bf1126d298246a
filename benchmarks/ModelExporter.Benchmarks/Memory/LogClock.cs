namespace ModelExporter.Benchmarks.Memory;

/// <summary>A clock that shows the time of the log.</summary>
sealed class LogClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => Now;
}
