namespace ModelExporter.Engine.Records;

/// <summary>What is known of a payload beside its bytes. Headers, keys and paths of other sources join here.</summary>
/// <param name="ArrivalTime">Microseconds since the epoch; the time of records that carry none.</param>
/// <param name="Taken">Which records this source takes.</param>
public readonly record struct PayloadContext(long ArrivalTime, RecordKinds Taken = RecordKinds.All)
{
    /// <summary>The first line of the file or body that the payload is a line of, where that is a header. It stays as it is: the same memory is the same header.</summary>
    public ReadOnlyMemory<byte> Header { get; init; }
}
