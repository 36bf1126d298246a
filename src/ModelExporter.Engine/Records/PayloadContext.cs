namespace ModelExporter.Engine.Records;

/// <summary>What is known of a payload beside its bytes.</summary>
/// <param name="ArrivalTime">Microseconds since the epoch; the time of records that carry none, unless the payload has a time of its own.</param>
/// <param name="Taken">Which records this source takes.</param>
public readonly record struct PayloadContext(long ArrivalTime, RecordKinds Taken = RecordKinds.All)
{
    /// <summary>The first line of the file or body that the payload is a line of, where that is a header. It stays as it is: the same memory is the same header.</summary>
    public ReadOnlyMemory<byte> Header { get; init; }

    /// <summary>The message whose value the payload is; null = it comes from elsewhere.</summary>
    public Message? Message { get; init; }

    /// <summary>The time of a record that carries none, and whether that is merely when it arrived.</summary>
    public (long Time, bool IsArrival) Untimed => Message?.Timestamp is { } time ? (time, false) : (ArrivalTime, true);
}
