namespace ModelExporter.Sources.Kafka;

/// <summary>What can go wrong between a source and its records, as the label <c>reason</c> has it.</summary>
public enum KafkaError
{
    /// <summary>No broker can be reached.</summary>
    BrokersDown,

    /// <summary>A broker cannot be reached, or a connection broke.</summary>
    Connection,

    /// <summary>The credentials were refused.</summary>
    Authentication,

    /// <summary>The two sides do not agree on TLS, or on whether to use it.</summary>
    Tls,

    /// <summary>The credentials do not allow to read the topic or to join the group.</summary>
    Authorization,

    /// <summary>A topic does not exist.</summary>
    UnknownTopic,

    /// <summary>Messages were deleted before they were read.</summary>
    OffsetOutOfRange,

    /// <summary>Offsets could not be committed.</summary>
    Commit,

    /// <summary>The group took partitions away before they were given up.</summary>
    PartitionsLost,

    /// <summary>The client could not be made, or gave up for good and is made anew.</summary>
    Client,

    /// <summary>Whatever else the client reports.</summary>
    Other,
}
