namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>The moment a pair was counted, in the 24 bits that a pending entry has for it.</summary>
/// <param name="horizon">How long an entry is kept: half of the cycle of the numbers covers it.</param>
sealed class PaneNumbers(TimeSpan horizon)
{
    const int HalfCycle = 1 << 23;
    const long Cycle = 2L * HalfCycle;

    /// <summary>How long a number lasts, in microseconds.</summary>
    public long Unit { get; } = 1_000_000 * (long)Math.Max(1, Math.Ceiling(horizon.TotalSeconds / HalfCycle));

    /// <summary>The number of a moment, in microseconds since the epoch.</summary>
    public uint Of(long time) => (uint)(time / Unit);

    /// <summary>The newest moment whose number it is.</summary>
    public long TimeOf(uint pane, long now)
    {
        long newest = now / Unit;
        long candidate = (newest & ~(Cycle - 1)) | pane;
        return (candidate > newest ? candidate - Cycle : candidate) * Unit;
    }
}
