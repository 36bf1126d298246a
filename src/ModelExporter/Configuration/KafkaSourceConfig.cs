using ModelExporter.Engine.Records;

namespace ModelExporter.Configuration;

/// <summary>Topics that are consumed as a member of a group.</summary>
public sealed record KafkaSourceConfig
{
    /// <summary>Names of topics, and patterns that begin with <c>^</c>; at least one.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Which records the topics hold. Default predictions and labels.</summary>
    public RecordKinds Records { get; init; } = RecordKinds.All;

    /// <summary>Where a partition is read from when neither a checkpoint nor the group knows it. Default its first message.</summary>
    public KafkaStart Start { get; init; } = KafkaStart.Earliest;

    /// <summary>A longer message is rejected. Default 1 MiB; 1 KiB to 64 MiB.</summary>
    public int MaxMessageBytes { get; init; } = 1024 * 1024;

    /// <summary>Where rejected messages are copied to; null = nowhere.</summary>
    public DeadLetterConfig? DeadLetter { get; init; }

    /// <summary>Settings of librdkafka by name, over the exporter's own defaults.</summary>
    public IReadOnlyDictionary<string, KafkaSetting> Config { get; init; } = new Dictionary<string, KafkaSetting>();
}
