using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

/// <summary>Configs of exporters that consume from a mock cluster.</summary>
static class KafkaConfig
{
    /// <param name="kafka">The cluster.</param>
    /// <param name="topics">What is consumed, as YAML.</param>
    /// <param name="keys">More keys of the section kafka, as YAML.</param>
    /// <param name="settings">More settings of the client, as YAML.</param>
    public static string Of(MockKafka kafka, string topics = "[log]", string keys = "", string settings = "") => $$"""
        sources:
          - name: k
            kafka:
              topics: {{topics}}
              {{keys}}
              config:
                bootstrap.servers: {{kafka.BootstrapServers}}
                group.id: exporters
                {{string.Join("\n        ", MockKafka.QuickGroup.Select(s => $"{s.Key}: {s.Value}"))}}
                {{settings}}
        {{ChurnLog.Config}}
        """;
}
