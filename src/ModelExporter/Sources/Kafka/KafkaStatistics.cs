using System.Text.Json;

namespace ModelExporter.Sources.Kafka;

/// <summary>What the exporter takes from the statistics that librdkafka gives now and then (its STATISTICS.md).</summary>
/// <param name="Brokers">Each broker, and whether it is reached; null = nobody tries at the moment, for it is not needed, or was tried in vain.</param>
/// <param name="IsConnected">Whether at least one broker is reached.</param>
/// <param name="Partitions">The first offset of each partition that is read, and the one behind its last.</param>
sealed record KafkaStatistics(
    IReadOnlyDictionary<string, bool?> Brokers, bool IsConnected, IReadOnlyDictionary<(string Topic, int Partition), (long First, long End)> Partitions)
{
    public static KafkaStatistics Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var brokers = new Dictionary<string, bool?>();
        bool isConnected = false;
        foreach (var broker in ChildrenOf(document.RootElement, "brokers"))
        {
            // The coordinator is one of the others under another name.
            if (Text(broker, "source") is "logical" or "internal") continue;
            string state = Text(broker, "state");
            isConnected |= state == "UP";
            bool? isUp = state switch { "UP" or "UPDATE" => true, "INIT" => null, _ => false };
            string name = Text(broker, "nodename");
            // It is there twice where the one to ask first is one of those that it told of.
            brokers[name] = brokers.TryGetValue(name, out bool? other) && other is { } known ? known && isUp != false : isUp;
        }
        return new KafkaStatistics(brokers, isConnected, PartitionsIn(document.RootElement));
    }

    static Dictionary<(string, int), (long, long)> PartitionsIn(JsonElement root)
    {
        var partitions = new Dictionary<(string, int), (long, long)>();
        foreach (var topic in ChildrenOf(root, "topics"))
        {
            string name = Text(topic, "topic");
            foreach (var partition in ChildrenOf(topic, "partitions"))
            {
                // With transactions the end is that of the last one that has ended.
                long end = Math.Max(Number(partition, "ls_offset"), -1);
                if (end < 0) end = Number(partition, "hi_offset");
                if (end >= 0) partitions[(name, (int)Number(partition, "partition"))] = (Math.Max(Number(partition, "lo_offset"), 0), end);
            }
        }
        return partitions;
    }

    static IEnumerable<JsonElement> ChildrenOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var children) ? children.EnumerateObject().Select(c => c.Value) : [];

    static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    static long Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt64() : -1;
}
