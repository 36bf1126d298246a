using Confluent.Kafka;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

/// <summary>What can go wrong with brokers, topics and offsets: it is said, counted and got over.</summary>
public sealed class TroubleTests : IDisposable
{
    const string Predictions = "model_predictions_total";
    const string Up = "modelexporter_source_up{source=\"k\"}";
    const string Errors = "modelexporter_kafka_errors_total";

    readonly TestFolder _folder = new();
    readonly MockKafka _kafka = new();

    public void Dispose()
    {
        _kafka.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_BrokersDownAtTheStart_WaitsForThemAndServesTheRest()
    {
        _kafka.CreateTopic("log", 2);
        _kafka.Produce("log", 2, ChurnLog.Predictions(0, 100));
        _kafka.Break();
        await using var exporter = await StartAsync(KafkaConfig.Of(_kafka));

        var own = await exporter.OwnUntilAsync(s => s.Sum(Errors, "brokers_down") > 0 && s.Count("modelexporter_kafka_broker_up") == 1 && s.Sum("modelexporter_kafka_broker_up") == 0);
        Assert.Equal((0, 1), (own[Up], own["modelexporter_source_up{source=\"http\"}"]));
        Assert.True(own.Sum(Errors, "brokers_down") > 0);
        Assert.Equal((1, 0), (own.Count("modelexporter_kafka_broker_up"), own.Sum("modelexporter_kafka_broker_up")));
        var pushed = await exporter.Main.PostAsync("/v1/records", new StringContent(ChurnLog.Prediction(1000)));
        Assert.True(pushed.IsSuccessStatusCode);

        _kafka.Repair();
        Assert.Equal(101, (await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 101)).Sum(Predictions));
        Assert.Equal(1, (await exporter.OwnUntilAsync(s => s[Up] == 1))[Up]);
        Assert.Single(exporter.Log, l => l.Contains("reason=brokers_down", StringComparison.Ordinal) && l.Contains("level=WARN", StringComparison.Ordinal));
        Assert.Single(exporter.Log, l => l.Contains("reason=brokers_down", StringComparison.Ordinal) && l.Contains("recovered", StringComparison.Ordinal));
    }

    /// <summary>A broker that is away for 30 s is tried again every half second here; with the client's defaults it may take 10 s to notice that it is back.</summary>
    [Fact]
    public async Task Run_BrokersGoAwayFor30Seconds_GoesOnWithoutLossOrRepetition()
    {
        _kafka.CreateTopic("log", 2);
        _kafka.Produce("log", 2, ChurnLog.Predictions(0, 100));
        await using var exporter = await StartAsync(KafkaConfig.Of(_kafka));
        await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 100);

        _kafka.Break();
        await Task.Delay(TimeSpan.FromSeconds(30));
        var own = await exporter.OwnUntilAsync(s => s[Up] == 0 && s.Sum("modelexporter_kafka_broker_up") == 0);
        Assert.Equal((0, 0), (own[Up], own.Sum("modelexporter_kafka_broker_up")));
        Assert.True(own.Sum(Errors, "brokers_down") > 0);
        _kafka.Repair();
        _kafka.Produce("log", 2, ChurnLog.Predictions(100, 100));

        Assert.Equal(200, (await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 200)).Sum(Predictions));
        Assert.Equal(1, (await exporter.OwnUntilAsync(s => s[Up] == 1))[Up]);
        Assert.Single(exporter.Log, l => l.Contains("reason=connection", StringComparison.Ordinal) && l.Contains("level=WARN", StringComparison.Ordinal));
        Assert.Equal(0, await exporter.StopAsync());
    }

    [Fact]
    public async Task Run_ToldToStopWhileBrokersAreDown_StopsSoon()
    {
        _kafka.CreateTopic("log", 2);
        _kafka.Produce("log", 2, ChurnLog.Predictions(0, 100));
        await using var exporter = await StartAsync(KafkaConfig.Of(_kafka));
        await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 100);
        _kafka.Break();
        await exporter.OwnUntilAsync(s => s[Up] == 0);

        Assert.Equal(0, await exporter.StopAsync());
    }

    [Fact]
    public async Task Run_RequestsFail_GoesOnAndCounts()
    {
        _kafka.CreateTopic("log", 2);
        _kafka.FailRequests(RequestKind.Fetch, ErrorCode.NotLeaderForPartition, ErrorCode.TopicAuthorizationFailed, ErrorCode.Unknown);
        _kafka.FailRequests(RequestKind.OffsetCommit, ErrorCode.GroupAuthorizationFailed);
        _kafka.Produce("log", 2, ChurnLog.Predictions(0, 100));
        await using var exporter = await StartAsync(KafkaConfig.Of(_kafka, settings: "auto.commit.interval.ms: 200"));

        Assert.Equal(100, (await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 100)).Sum(Predictions));
        var own = await exporter.OwnUntilAsync(s => s[Up] == 1 && s.Sum(Errors, "commit") > 0);
        Assert.Equal((1, 1), (own[Up], own.Sum(Errors, "\"commit\"")));
        Assert.True(own.Sum(Errors, "\"authorization\"") > 0);
        await exporter.LoggedAsync("recovered", "reason=authorization");
        await exporter.LoggedAsync("recovered", "reason=commit");
    }

    [Fact]
    public async Task Run_MessagesAreDeletedBeforeTheyAreRead_GoesOnAtTheFirstThereIs()
    {
        _kafka.CreateTopic("log", 1);
        string config = KafkaConfig.Of(_kafka);
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 100));
        await using (var first = await StartAsync(config))
        {
            await first.ScrapeUntilAsync(s => s.Sum(Predictions) >= 100);
            await first.StopAsync();
        }
        for (int i = 100; i < 200; i += 10) _kafka.Produce("log", 1, ChurnLog.Predictions(i, 10));
        _kafka.DeleteBefore("log", 0, 150);

        await using var second = await StartAsync(config);
        Assert.Equal(50, (await second.ScrapeUntilAsync(s => s.Sum(Predictions) >= 50)).Sum(Predictions));
        Assert.Equal(1, (await second.OwnUntilAsync(s => s.Sum(Errors, "offset_out_of_range") > 0)).Sum(Errors, "offset_out_of_range"));
        await second.LoggedAsync("no offset 100 any more", "at 150");
    }

    [Fact]
    public async Task Run_TopicDoesNotExistYet_SaysSoAndReadsItWhenItDoes()
    {
        _kafka.CreateTopic("log", 1);
        await using var exporter = await StartAsync(KafkaConfig.Of(_kafka, "[log, later]", settings: "topic.metadata.refresh.interval.ms: 1000"));
        var own = await exporter.OwnUntilAsync(s => s.Sum(Errors, "unknown_topic") > 0);
        Assert.Equal((0, 1), (own[Up], own.Sum(Errors, "unknown_topic")));
        await exporter.LoggedAsync("reason=unknown_topic", "later");

        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 10));
        Assert.Equal(10, (await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 10)).Sum(Predictions));
        _kafka.CreateTopic("later", 1);
        _kafka.Produce("later", 1, ChurnLog.Predictions(10, 10));
        Assert.Equal(20, (await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 20)).Sum(Predictions));
        Assert.Equal(1, (await exporter.OwnUntilAsync(s => s[Up] == 1))[Up]);
    }

    [Theory]
    [InlineData("security.protocol: SSL", "tls|connection|brokers_down")]
    [InlineData("security.protocol: SASL_PLAINTEXT\n        sasl.mechanism: PLAIN\n        sasl.username: u\n        sasl.password: hunter2", "authentication")]
    public async Task Run_BrokersRefuseTheConnection_SaysWhy(string settings, string reasons)
    {
        _kafka.CreateTopic("log", 1);
        await using var exporter = await StartAsync(KafkaConfig.Of(_kafka, settings: settings));

        var own = await exporter.OwnUntilAsync(s => reasons.Split('|').Any(r => s.Sum(Errors, $"\"{r}\"") > 0));
        Assert.Contains(reasons.Split('|'), r => own.Sum(Errors, $"\"{r}\"") > 0);
        Assert.Equal(0, own[Up]);
        Assert.DoesNotContain(exporter.Log, l => l.Contains("hunter2", StringComparison.Ordinal));
    }

    Task<ExporterProcess> StartAsync(string config) => ExporterProcess.StartAsync(_folder.Write("config.yml", config));
}
