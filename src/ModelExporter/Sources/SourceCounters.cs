using ModelExporter.Engine.Records;
using ModelExporter.Sources.Kafka;

namespace ModelExporter.Sources;

/// <summary>What became of a source's records since the process started. It outlives a reload. Written by the source, read by the telemetry endpoint.</summary>
public sealed class SourceCounters(string name)
{
    readonly long[] _rejected = new long[Enum.GetValues<RejectReason>().Length];
    long _accepted;

    public string Name { get; } = name;

    public long Accepted => Interlocked.Read(ref _accepted);

    public long Rejected(RejectReason reason) => Interlocked.Read(ref _rejected[(int)reason]);

    public long RejectedInAll => _rejected.Sum();

    /// <summary>One record of those that were rejected, by reason.</summary>
    public RejectExamples Examples { get; } = new();

    /// <summary>Whether the source runs.</summary>
    public bool IsUp { get; set; }

    /// <summary>What there is to tell of Kafka; null = it is a source of another type.</summary>
    public KafkaCounters? Kafka { get; set; }

    public void Accept(long count) => Interlocked.Add(ref _accepted, count);

    public void Reject(RejectReason reason, long count = 1) => Interlocked.Add(ref _rejected[(int)reason], count);
}
