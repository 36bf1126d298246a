using ModelExporter.Engine.Config;

namespace ModelExporter.Engine.Monitoring;

/// <summary>How much of a log a learnt baseline takes: so many records, or all that come within a span. One for predictions, one for labels.</summary>
sealed class BaselineExtent(BaselineConfig config)
{
    /// <summary>Fewer records than a baseline by count may be made of are no baseline, however long they took.</summary>
    const long LeastInSpan = 50;

    /// <summary>The learner keeps values: what comes in a span must not grow without bound.</summary>
    const long MostInSpan = 100_000;

    readonly long? _span = config.Span is { } span ? (long)span.TotalMicroseconds : null;
    long? _start;

    public void Save(BinaryWriter to) => to.Write(_start ?? long.MinValue);

    public void Restore(BinaryReader from) => _start = from.ReadInt64() is > long.MinValue and var start ? start : null;

    /// <summary>With so many records the baseline is complete.</summary>
    public long Records => _span is null ? config.First : MostInSpan;

    /// <summary>With so many records the baseline is complete without the one that comes at this time, in microseconds since the epoch.</summary>
    public long RecordsBefore(long time)
    {
        _start ??= time;
        return time - _start >= _span ? LeastInSpan : long.MaxValue;
    }
}
