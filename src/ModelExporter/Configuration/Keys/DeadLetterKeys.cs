using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys that say where rejected messages are copied to.</summary>
static class DeadLetterKeys
{
    static readonly IReadOnlyList<Key<DeadLetterConfig>> All =
    [
        Key<DeadLetterConfig>.Of("topic", TopicTypes.Name, null,
            "A topic of the same brokers; either topic or file.",
            (d, topic) => d with { Topic = topic }).Example("rejected"),
        Key<DeadLetterConfig>.Of("file", new PathType("path"), null,
            "A file of JSON lines.",
            (d, file) => d with { File = file }).Example("/var/lib/modelexporter/rejected.jsonl"),
        Key<DeadLetterConfig>.Of("max_bytes", Scalars.Size("1KiB", "1024MiB"), "64MiB",
            "The file grows no further; what comes then is dropped and counted.",
            (d, bytes) => d with { MaxBytes = bytes }),
    ];

    public static readonly RecordType<DeadLetterConfig> Type = new(new DeadLetterConfig(), All) { Check = Check, WriteRules = json => json.ExactlyOne("topic", "file") };

    static MappingNode Check(MappingNode letters, ConfigErrors errors)
    {
        if (letters["topic"] is null == letters["file"] is null)
            errors.Add(letters, letters["topic"] is null ? "neither topic nor file" : "topic beside file", "keep one of topic and file");
        return letters;
    }
}
