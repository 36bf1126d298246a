namespace ModelExporter.Engine.Records;

/// <summary>What is known of a payload beside its bytes. Headers, keys and paths of other sources join here.</summary>
/// <param name="ArrivalTime">Microseconds since the epoch; the time of records that carry none.</param>
/// <param name="Taken">Which records this source takes.</param>
public readonly record struct PayloadContext(long ArrivalTime, RecordKinds Taken = RecordKinds.All);
