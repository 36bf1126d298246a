using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

/// <summary>The program is killed again and again while it consumes; at the end it says what one that was left alone says.</summary>
public sealed class KafkaRestartTests : IDisposable
{
    const int Predictions = 100_000;
    const int Kills = 10;

    readonly TestFolder _folder = new();
    readonly MockKafka _kafka = new();

    public void Dispose()
    {
        _kafka.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_KilledTenTimes_SaysWhatOneThatWasLeftAloneSays()
    {
        var dice = new Random(4);
        string[] lines = [.. ChurnLog.Both(0, Predictions)];
        _kafka.CreateTopic("log", 1);
        string config = _folder.Write("config.yml", $"checkpoint: {{path: {_folder["state"]}, interval: 1s}}\n{KafkaConfig.Of(_kafka)}");
        int produced = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            await using var exporter = await ExporterProcess.StartAsync(config);
            int until = lines.Length * (kill + 1) / (Kills + 1);
            double restored = (await exporter.ScrapeAsync()).Sum("model_predictions_total");
            for (int piece; produced < until; produced += piece)
            {
                piece = Math.Min(dice.Next(1, 5_000), until - produced);
                _kafka.Produce("log", 1, lines.Skip(produced).Take(piece));
            }
            // A member that was killed keeps its partition until its session is over: not before that something is read.
            await exporter.ScrapeUntilAsync(s => s.Sum("model_predictions_total") > restored);
            await Task.Delay(dice.Next(2500));
            await exporter.KillAsync();
        }
        _kafka.Produce("log", 1, lines.Skip(produced));
        Assert.Equal(lines.Length, _kafka.End("log", 0));
        await using var last = await ExporterProcess.StartAsync(config);
        await Undisturbed.SameAsync(last, _folder, _folder.Write("log.jsonl", lines), Predictions);
        Assert.Equal(lines.Length, (await last.ScrapeOwnAsync()).Sum("modelexporter_records_total", "accepted"));
        Assert.Contains(last.Log, l => l.Contains("Went on from a checkpoint", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_MemberOfTwoIsKilled_TheOtherGoesOnAndNoRecordCountsTwice()
    {
        const int Partitions = 4;
        _kafka.CreateTopic("log", Partitions);
        string stays = _folder.Write("stays.yml", $"checkpoint: {{path: {_folder["state-1"]}, interval: 1s}}\n{KafkaConfig.Of(_kafka)}");
        string killed = _folder.Write("killed.yml", $"checkpoint: {{path: {_folder["state-2"]}, interval: 1s}}\n{KafkaConfig.Of(_kafka)}");
        int produced = 0;
        void Produce(int count)
        {
            _kafka.Produce("log", Partitions, ChurnLog.Predictions(produced, count));
            produced += count;
        }

        await using var first = await ExporterProcess.StartAsync(stays);
        await using (var second = await ExporterProcess.StartAsync(killed))
        {
            await Eventually.GetAsync(second.ScrapeOwnAsync, s => s.Sum("modelexporter_kafka_rebalances_total") > 0);
            for (int i = 0; i < 20; i++)
            {
                Produce(1_000);
                await Task.Delay(100);
            }
            await second.ScrapeUntilAsync(s => s.Sum("model_predictions_total") > 0);
            await Eventually.GetAsync(second.ScrapeOwnAsync, s => s.Sum("modelexporter_checkpoint_size_bytes") > 0);
            Produce(5_000);
            await second.KillAsync();
        }
        Produce(5_000);
        // The mock, unlike a broker, refuses what a member commits while the group rebalances.
        await Eventually.GetAsync(() => _kafka.Committed("exporters", "log", Partitions), n => n >= produced);
        await using var again = await ExporterProcess.StartAsync(killed);
        var total = await Eventually.GetAsync(
            async () => (await first.ScrapeAsync()).Sum("model_predictions_total") + (await again.ScrapeAsync()).Sum("model_predictions_total"), n => n >= produced);
        Assert.Equal(produced, total);
        Assert.True((await again.ScrapeAsync()).Sum("model_predictions_total") > 0, "the member that was killed had never counted anything");
    }
}
