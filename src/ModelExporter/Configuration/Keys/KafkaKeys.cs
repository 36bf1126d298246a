namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a source's topics.</summary>
static class KafkaKeys
{
    const int MaxTopics = 1000;

    static readonly IReadOnlyList<Key<KafkaSourceConfig>> All =
    [
        Key<KafkaSourceConfig>.Of("topics", new ListType<string>(TopicTypes.NameOrPattern, 1, MaxTopics), null,
            "The topics, by name or by a pattern that begins with ^.",
            (k, topics) => k with { Topics = topics }).Required().Example("[predictions, labels]"),
        Key<KafkaSourceConfig>.Of("records", Choices.Records, "all",
            "Which records the topics hold; those of the other kind are rejected.",
            (k, records) => k with { Records = records }),
        Key<KafkaSourceConfig>.Of("start", new KafkaStartType(), "earliest",
            "Where a partition is read from when neither a checkpoint nor the group knows it.",
            (k, start) => k with { Start = start }),
        Key<KafkaSourceConfig>.Of("max_message_bytes", Scalars.Size("1KiB", "64MiB"), "1MiB",
            "A longer message is rejected.",
            (k, bytes) => k with { MaxMessageBytes = bytes }),
        Key<KafkaSourceConfig>.Of("dead_letter", DeadLetterKeys.Type, null,
            "Where a message is copied to that was rejected, or holds a record that was; without it nowhere.",
            (k, letters) => k with { DeadLetter = letters }),
        Key<KafkaSourceConfig>.Of("config", KafkaSettings.Type, null,
            "Settings of librdkafka by name, at least bootstrap.servers and group.id; see kafka.md.",
            (k, settings) => k with { Config = settings }).Required().Example("{bootstrap.servers: \"kafka:9092\", group.id: modelexporter}"),
    ];

    public static readonly RecordType<KafkaSourceConfig> Type = new(new KafkaSourceConfig { Topics = [] }, All) { Check = KafkaSettings.Check };
}
