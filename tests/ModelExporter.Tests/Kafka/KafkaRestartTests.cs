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
}
