namespace ModelExporter.Sources;

/// <summary>The clock as the engine counts it.</summary>
static class Clock
{
    public static long Microseconds(TimeProvider time) => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
