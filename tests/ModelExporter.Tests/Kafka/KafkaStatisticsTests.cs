using ModelExporter.Sources.Kafka;

namespace ModelExporter.Tests.Kafka;

public sealed class KafkaStatisticsTests
{
    [Theory]
    [InlineData("UP", true)]
    [InlineData("INIT", null)]
    [InlineData("DOWN", false)]
    [InlineData("TRY_CONNECT", false)]
    [InlineData("AUTH_REQ", false)]
    public void Broker_InAState_IsUpUnlessItIsWantedAndNotReached(string state, bool? isUp)
    {
        var statistics = KafkaStatistics.Read(Json($$"""{"nodename":"b:9092","source":"learned","state":"{{state}}"}"""));

        Assert.Equal(isUp, statistics.Brokers["b:9092"]);
        Assert.Equal(state == "UP", statistics.IsConnected);
    }

    [Fact]
    public void Coordinator_IsNoBrokerOfItsOwn()
    {
        Assert.Empty(KafkaStatistics.Read(Json("""{"nodename":"b:9092","source":"logical","state":"DOWN"}""")).Brokers);
    }

    [Fact]
    public void Partition_NotFetchedYet_IsLeftOut()
    {
        const string Topics = """{"t":{"topic":"t","partitions":{"0":{"partition":0,"ls_offset":-1001,"hi_offset":-1001,"lo_offset":-1001},"1":{"partition":1,"ls_offset":90,"hi_offset":100,"lo_offset":5}}}}""";

        var partitions = KafkaStatistics.Read($$$"""{"brokers":{},"topics":{{{Topics}}}}""").Partitions;

        Assert.Equal((5, 90), Assert.Single(partitions).Value);
    }

    static string Json(string broker) => $$$"""{"brokers":{"x":{{{broker}}}},"topics":{}}""";
}
