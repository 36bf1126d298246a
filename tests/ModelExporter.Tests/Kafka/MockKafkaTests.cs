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

        Assert.Equal(300, kafka.Read("t", 300).Distinct().Count());
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

        Assert.Equal(["before", "after"], kafka.Read("t", 2));
    }
}
