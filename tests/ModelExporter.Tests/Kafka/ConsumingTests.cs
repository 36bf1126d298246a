using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

/// <summary>The exporter as a process of its own, consuming over TCP.</summary>
public sealed class ConsumingTests : IDisposable
{
    const string Predictions = "model_predictions_total";
    const string Joined = "model_labels_joined_total";

    readonly TestFolder _folder = new();
    readonly MockKafka _kafka = new();

    public void Dispose()
    {
        _kafka.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_PredictionsAndLabelsInTwoTopics_AreJoined()
    {
        _kafka.CreateTopic("predictions", 3);
        _kafka.CreateTopic("labels", 2);
        _kafka.Produce("predictions", 3, ChurnLog.Predictions(0, 1000));
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", KafkaConfig.Of(_kafka, "[predictions, ^lab.*]")));
        await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 1000);

        _kafka.Produce("labels", 2, ChurnLog.Labels(0, 1000));
        var scrape = await exporter.ScrapeUntilAsync(s => s.Sum(Joined) >= 1000);

        Assert.Equal((1000, 1000), (scrape.Sum(Predictions), scrape.Sum(Joined)));
        var own = await Eventually.GetAsync(exporter.ScrapeOwnAsync, s => s["modelexporter_source_up{source=\"k\"}"] == 1 && s.Count("modelexporter_kafka_consumer_lag_records") == 5);
        Assert.Equal(1, own["modelexporter_source_up{source=\"k\"}"]);
        Assert.Equal((5, 0), (own.Count("modelexporter_kafka_consumer_lag_records"), own.Sum("modelexporter_kafka_consumer_lag_records")));
        Assert.Equal(1, own.Sum("modelexporter_kafka_broker_up", $"broker=\"{_kafka.BootstrapServers}\""));
        Assert.Equal(1, own["modelexporter_kafka_rebalances_total{source=\"k\"}"]);
        Assert.Equal(0, own.Sum("modelexporter_kafka_errors_total"));
        Assert.Equal(0, await exporter.StopAsync());
    }

    [Fact]
    public async Task Run_StoppedAndStartedAgain_GoesOnWhereItWas()
    {
        _kafka.CreateTopic("log", 2);
        string config = _folder.Write("config.yml", KafkaConfig.Of(_kafka));
        _kafka.Produce("log", 2, ChurnLog.Predictions(0, 500));
        await using (var first = await ExporterProcess.StartAsync(config))
        {
            await first.ScrapeUntilAsync(s => s.Sum(Predictions) >= 500);
            Assert.Equal(0, await first.StopAsync());
        }
        _kafka.Produce("log", 2, ChurnLog.Predictions(500, 100));
        await using var second = await ExporterProcess.StartAsync(config);

        var scrape = await second.ScrapeUntilAsync(s => s.Sum(Predictions) >= 100);
        Assert.Equal(100, scrape.Sum(Predictions));
    }
}
