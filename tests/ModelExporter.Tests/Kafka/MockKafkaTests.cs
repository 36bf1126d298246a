using System.Text;
using Confluent.Kafka;

namespace ModelExporter.Tests.Kafka;

/// <summary>The cluster that the other tests rely on.</summary>
public sealed class MockKafkaTests
{
    [Fact]
    public void Produce_Messages_AConsumerReadsThemAll()
    {
        using var kafka = new MockKafka();
        kafka.CreateTopic("t", 3);
        kafka.Produce("t", 3, Enumerable.Range(0, 300).Select(i => $"value {i}"));

        Assert.Equal(300, Read(kafka, "t", 300).Distinct().Count());
    }

    [Fact]
    public void Break_AndRepair_TheClusterIsThereAgainWithWhatItHad()
    {
        using var kafka = new MockKafka();
        kafka.CreateTopic("t", 1);
        kafka.Produce("t", 1, ["before"]);
        kafka.Break();
        using (var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.BootstrapServers }).SetLogHandler((_, _) => { }).Build())
            Assert.Throws<KafkaException>(() => admin.GetMetadata(TimeSpan.FromMilliseconds(200)));
        kafka.Repair();

        kafka.Produce("t", 1, ["after"]);

        Assert.Equal(["before", "after"], Read(kafka, "t", 2));
    }

    static List<string> Read(MockKafka kafka, string topic, int count)
    {
        using var consumer = new ConsumerBuilder<Ignore, byte[]>(new ConsumerConfig(MockKafka.QuickGroup.ToDictionary())
        {
            BootstrapServers = kafka.BootstrapServers,
            GroupId = "reader",
            AutoOffsetReset = AutoOffsetReset.Earliest,
        }).Build();
        consumer.Subscribe(topic);
        var read = new List<string>();
        while (read.Count < count && consumer.Consume(EndToEnd.BuiltProgram.Patience) is { } result) read.Add(Encoding.UTF8.GetString(result.Message.Value));
        consumer.Close();
        return read;
    }
}
