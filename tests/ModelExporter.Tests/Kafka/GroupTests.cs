using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

/// <summary>Two exporters in one group: every record counts once, whoever comes and goes.</summary>
public sealed class GroupTests : IDisposable
{
    const int Partitions = 6;
    const string Predictions = "model_predictions_total";
    const string Lag = "modelexporter_kafka_consumer_lag_records";

    readonly TestFolder _folder = new();
    readonly MockKafka _kafka = new();

    public void Dispose()
    {
        _kafka.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_MembersLeaveAndJoin_CountEveryRecordOnce()
    {
        _kafka.CreateTopic("log", Partitions);
        string text = KafkaConfig.Of(_kafka, settings: "auto.commit.interval.ms: 100");
        string config = _folder.Write("config.yml", text);
        int produced = 0;
        void Produce(int count)
        {
            _kafka.Produce("log", Partitions, ChurnLog.Predictions(produced, count));
            produced += count;
        }

        await using var stays = await ExporterProcess.StartAsync(config);
        double left = 0;
        Produce(20_000);
        await CommittedAsync(produced);
        await using (var leaves = await ExporterProcess.StartAsync(_folder.Write("leaves.yml", text)))
        {
            await SharedAsync(leaves);
            Produce(20_000);
            await Eventually.GetAsync(async () => (await leaves.ScrapeAsync()).Sum(Predictions), n => n > 0);
            await CommittedAsync(produced);
            left = await LastCountAsync(leaves);
        }
        Produce(20_000);
        var alone = await stays.ScrapeUntilAsync(s => left + s.Sum(Predictions) >= produced);
        Assert.Equal(produced, left + alone.Sum(Predictions));
        await CommittedAsync(produced);
        await using var joins = await ExporterProcess.StartAsync(config);
        await SharedAsync(joins);
        Produce(20_000);

        var total = await Eventually.GetAsync(
            async () => left + (await stays.ScrapeAsync()).Sum(Predictions) + (await joins.ScrapeAsync()).Sum(Predictions), n => n >= produced);
        Assert.Equal(produced, total);
        Assert.True(left > 0 && (await joins.ScrapeAsync()).Sum(Predictions) > 0, "A member never had anything to count.");
        Assert.True((await stays.ScrapeOwnAsync()).Sum("modelexporter_kafka_rebalances_total") >= 4, "There were too few rebalances.");
    }

    static async Task SharedAsync(ExporterProcess member) =>
        Assert.True((await Eventually.GetAsync(member.ScrapeOwnAsync, s => s.Count(Lag) >= Partitions / 2)).Count(Lag) >= Partitions / 2);

    /// <summary>Waits until the group knows that all was read: the mock, unlike a broker, refuses what a member commits while the group rebalances.</summary>
    async Task CommittedAsync(int records) =>
        Assert.Equal(records, await Eventually.GetAsync(() => _kafka.Committed("exporters", "log", Partitions), sum => sum >= records));

    /// <summary>Lets a member leave the group by taking over a config without topics, with all it has counted, and asks it then.</summary>
    async Task<double> LastCountAsync(ExporterProcess member)
    {
        _folder.Write("leaves.yml", ChurnLog.Config);
        await member.SignalAsync("HUP");
        var log = await Eventually.GetAsync(() => member.Log, lines => lines.Any(l => l.Contains("Took over the config", StringComparison.Ordinal)));
        Assert.Contains(log, l => l.Contains("Took over the config", StringComparison.Ordinal));
        return (await member.ScrapeAsync()).Sum(Predictions);
    }
}
