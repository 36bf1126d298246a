using System.Text;
using Confluent.Kafka;

namespace ModelExporter.Commands;

/// <summary>Brokers for the self-test: the mock cluster that librdkafka brings along, which lives as long as the client that it is made for.</summary>
sealed class SelfTestKafka : IDisposable
{
    const string Topic = "self";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly IProducer<Null, byte[]> _producer =
        new ProducerBuilder<Null, byte[]>(new Dictionary<string, string> { ["test.mock.num.brokers"] = "1" }).SetLogHandler((_, _) => { }).Build();

    /// <summary>A source that consumes what is produced here, as YAML.</summary>
    public string Source()
    {
        using var admin = new DependentAdminClientBuilder(_producer.Handle).Build();
        // To be asked for a topic makes it; one that is not there yet would be a trouble to tell of.
        var broker = admin.GetMetadata(Topic, Patience).Brokers[0];
        return $$$"""
            sources:
              - kafka: {topics: [{{{Topic}}}], config: {bootstrap.servers: "{{{broker.Host}}}:{{{broker.Port}}}", group.id: self-test}}
            """;
    }

    public void Produce(IEnumerable<string> records)
    {
        foreach (string record in records) _producer.Produce(Topic, new Message<Null, byte[]> { Value = Encoding.UTF8.GetBytes(record) });
        _producer.Flush(Patience);
    }

    public void Dispose() => _producer.Dispose();
}
