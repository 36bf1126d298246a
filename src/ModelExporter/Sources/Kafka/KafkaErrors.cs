using Confluent.Kafka;

namespace ModelExporter.Sources.Kafka;

/// <summary>The errors as words, and what the client's codes are of them.</summary>
static class KafkaErrors
{
    static readonly (KafkaError Error, string Key)[] Keys =
    [
        (KafkaError.BrokersDown, "brokers_down"),
        (KafkaError.Connection, "connection"),
        (KafkaError.Authentication, "authentication"),
        (KafkaError.Tls, "tls"),
        (KafkaError.Authorization, "authorization"),
        (KafkaError.UnknownTopic, "unknown_topic"),
        (KafkaError.OffsetOutOfRange, "offset_out_of_range"),
        (KafkaError.Commit, "commit"),
        (KafkaError.PartitionsLost, "partitions_lost"),
        (KafkaError.Client, "client"),
        (KafkaError.Other, "other"),
    ];

    public static IEnumerable<KafkaError> All => Keys.Select(k => k.Error);

    public static string Key(this KafkaError error) => Keys[(int)error].Key;

    /// <summary>Whether nothing, or not all, is read as long as it lasts.</summary>
    public static bool IsDown(this KafkaError error) =>
        error is KafkaError.BrokersDown or KafkaError.Authentication or KafkaError.Tls or KafkaError.Authorization or KafkaError.UnknownTopic or KafkaError.Client;

    public static KafkaError Of(ErrorCode code) => code switch
    {
        ErrorCode.Local_AllBrokersDown => KafkaError.BrokersDown,
        ErrorCode.Local_Transport or ErrorCode.Local_Resolve or ErrorCode.Local_TimedOut => KafkaError.Connection,
        ErrorCode.Local_Authentication or ErrorCode.SaslAuthenticationFailed => KafkaError.Authentication,
        ErrorCode.Local_Ssl => KafkaError.Tls,
        ErrorCode.TopicAuthorizationFailed or ErrorCode.GroupAuthorizationFailed or ErrorCode.ClusterAuthorizationFailed => KafkaError.Authorization,
        ErrorCode.UnknownTopicOrPart or ErrorCode.Local_UnknownTopic or ErrorCode.Local_UnknownPartition => KafkaError.UnknownTopic,
        ErrorCode.OffsetOutOfRange or ErrorCode.Local_AutoOffsetReset => KafkaError.OffsetOutOfRange,
        _ => KafkaError.Other,
    };
}
