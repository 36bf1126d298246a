namespace ModelExporter.Tests.Kafka;

/// <summary>Requests of Kafka's protocol, by their API keys.</summary>
enum RequestKind : short
{
    Fetch = 1,
    ListOffsets = 2,
    Metadata = 3,
    OffsetCommit = 8,
    OffsetFetch = 9,
    JoinGroup = 11,
}
