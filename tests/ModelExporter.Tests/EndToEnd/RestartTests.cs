using System.Text;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>The program is killed, stopped and hindered while it reads; at the end it says what one that was left alone says.</summary>
public sealed class RestartTests : IDisposable
{
    const int Predictions = 100_000;
    const int Records = 2 * Predictions;
    const int Stops = 10;

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_KilledTenTimes_SaysWhatOneThatWasLeftAloneSays() => await CompareAsync(e => e.KillAsync(), seed: 1);

    [Fact]
    public async Task Run_StoppedTenTimes_SaysWhatOneThatWasLeftAloneSays() => await CompareAsync(async e => Assert.Equal(0, await e.StopAsync()), seed: 2);

    [Theory]
    [InlineData("cut")]
    [InlineData("turned")]
    public async Task Run_LastCheckpointIsDamaged_GoesOnFromTheOneBefore(string damage)
    {
        string log = _folder.Write("log.jsonl", ChurnLog.Both(0, 1000));
        string config = _folder.Write("config.yml", Keeping(log));
        await using (var first = await ExporterProcess.StartAsync(config))
        {
            await first.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 1000);
            await WrittenAsync(first);
            _folder.Append("log.jsonl", ChurnLog.Both(2000, 1000));
            await first.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 2000);
            Assert.Equal(0, await first.StopAsync());
        }
        byte[] checkpoint = await File.ReadAllBytesAsync(Checkpoint);
        if (damage == "cut") checkpoint = checkpoint[..(checkpoint.Length / 2)];
        else checkpoint[checkpoint.Length / 2] ^= 0x10;
        await File.WriteAllBytesAsync(Checkpoint, checkpoint);

        await using var second = await ExporterProcess.StartAsync(config);
        var scrape = await second.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 2000);
        Assert.Equal((2000, 2000), (scrape.Sum("model_predictions_total"), scrape.Sum("model_labels_joined_total")));
        Assert.Contains(second.Log, l => l.Contains("A checkpoint was refused and set aside", StringComparison.Ordinal) && l.Contains("hash", StringComparison.Ordinal));
        Assert.Contains(second.Log, l => l.Contains("Went on from a checkpoint", StringComparison.Ordinal));
        Assert.Equal(1, (await second.ScrapeOwnAsync())["modelexporter_checkpoint_failures_total{reason=\"refused\"}"]);
    }

    [SmallDiskFact]
    public async Task Run_DiskIsFullDuringACheckpoint_SaysSoAndLosesNothing()
    {
        using var disk = new SmallDisk(_folder["state"], "2m");
        string log = _folder.Write("log.jsonl", ChurnLog.Both(0, 1000));
        string config = _folder.Write("config.yml", Keeping(log));
        await using (var first = await ExporterProcess.StartAsync(config))
        {
            await WrittenAsync(first);
            disk.Fill();
            _folder.Append("log.jsonl", ChurnLog.Both(2000, 20_000));
            var own = await Eventually.GetAsync(first.ScrapeOwnAsync, s => s["modelexporter_checkpoint_failures_total{reason=\"write\"}"] > 0);
            Assert.True(own["modelexporter_checkpoint_failures_total{reason=\"write\"}"] > 0);
            var lines = await Eventually.GetAsync(() => first.Log, l => l.Any(x => x.Contains("Cannot write", StringComparison.Ordinal)));
            Assert.Contains("No space left on device", lines.Single(l => l.Contains("Cannot write a checkpoint", StringComparison.Ordinal)), StringComparison.Ordinal);
            await first.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 21_000);
            await first.KillAsync();
        }
        disk.Empty();
        await using var second = await ExporterProcess.StartAsync(config);
        await Undisturbed.SameAsync(second, _folder, log, 21_000);
    }

    [Fact]
    public async Task Run_StateFolderIsNobodysToWrite_SaysSoAndExits()
    {
        string config = _folder.Write("config.yml", Keeping(_folder["log.jsonl"]).Replace(_folder["state"], "/proc/state", StringComparison.Ordinal));
        var finished = await BuiltProgram.RunAsync("run", "--config.file", config, "--web.listen-address=127.0.0.1:0", "--web.telemetry-address=127.0.0.1:0");
        Assert.Equal(2, finished.ExitCode);
        Assert.Contains("Cannot keep state in the folder of checkpoint.path", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TwoInOneStateFolder_SecondSaysSoAndExits()
    {
        string config = _folder.Write("config.yml", Keeping(_folder["log.jsonl"]));
        await using var first = await ExporterProcess.StartAsync(config);
        var second = await BuiltProgram.RunAsync("run", "--config.file", config, "--web.listen-address=127.0.0.1:0", "--web.telemetry-address=127.0.0.1:0");
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("is used by another process", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CheckpointOfAnotherModelAndOfOtherWindows_TakesWhatFitsAndNamesTheRest()
    {
        string log = _folder.Write("log.jsonl", ChurnLog.Both(0, 1000));
        string config = _folder.Write("config.yml", Keeping(log));
        await using (var first = await ExporterProcess.StartAsync(config))
        {
            await first.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") >= 1000);
            Assert.Equal(0, await first.StopAsync());
        }
        _folder.Write("config.yml", Keeping(log).Replace("[1h, last_100]", "[1h, 2h, last_100]", StringComparison.Ordinal).Replace("first: 50", "first: 60", StringComparison.Ordinal));
        await using (var second = await ExporterProcess.StartAsync(config))
        {
            var scrape = await second.ScrapeAsync();
            Assert.Equal(1000, scrape.Sum("model_predictions_total"));
            Assert.Equal(100, scrape["model_window_predictions{model=\"churn\",model_version=\"v1\",window=\"last_100\"}"]);
            Assert.Contains(second.Log, l => l.Contains("A part of the state does not fit the config", StringComparison.Ordinal) && l.Contains("baseline.first: 50, which is now baseline.first: 60", StringComparison.Ordinal));
            Assert.Equal(0, await second.StopAsync());
        }
        _folder.Write("config.yml", Keeping(log).Replace("name: churn", "name: fraud", StringComparison.Ordinal));
        await using var third = await ExporterProcess.StartAsync(config);
        Assert.Contains(third.Log, l => l.Contains("belongs to nothing in the config", StringComparison.Ordinal) && l.Contains("model/churn", StringComparison.Ordinal));
        Assert.Equal(0, (await third.ScrapeAsync()).Sum("model_predictions_total"));
    }

    string Checkpoint => Path.Combine(_folder["state"], "checkpoint");

    string Keeping(params string[] paths) => $"checkpoint: {{path: {_folder["state"]}, interval: 1s}}\n" + ChurnLog.Following(paths);

    /// <summary>Lets the log grow while the program is ended again and again, and compares.</summary>
    async Task CompareAsync(Func<ExporterProcess, Task> endAsync, int seed)
    {
        var dice = new Random(seed);
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(ChurnLog.Both(0, Predictions).Select(l => l + "\n")));
        string log = _folder.Write("log.jsonl", "");
        string config = _folder.Write("config.yml", Keeping(log));
        int written = 0, restored = 0;
        for (int stop = 0; stop < Stops; stop++)
        {
            await using var exporter = await ExporterProcess.StartAsync(config);
            // Anywhere, so that most often a line is there in part when the program ends.
            int until = content.Length * (stop + 1) / (Stops + 1) + dice.Next(-1000, 1000);
            var deadline = DateTime.UtcNow.AddMilliseconds(dice.Next(200, 2500));
            while (DateTime.UtcNow < deadline)
            {
                int piece = Math.Min(dice.Next(1, 200_000), until - written);
                await using (var file = new FileStream(log, FileMode.Append)) await file.WriteAsync(content.AsMemory(written, piece));
                written += piece;
                await Task.Delay(dice.Next(40));
            }
            if (stop == 0) await WrittenAsync(exporter);
            await endAsync(exporter);
            if (exporter.Log.Any(l => l.Contains("Went on from a checkpoint", StringComparison.Ordinal))) restored++;
        }
        Assert.Equal(Stops - 1, restored);
        await using (var file = new FileStream(log, FileMode.Append)) await file.WriteAsync(content.AsMemory(written));
        await using var last = await ExporterProcess.StartAsync(config);
        await Undisturbed.SameAsync(last, _folder, log, Predictions);
        Assert.Equal(Records, (await last.ScrapeOwnAsync())["modelexporter_records_total{outcome=\"accepted\",reason=\"\",source=\"log\"}"]);
    }

    static async Task WrittenAsync(ExporterProcess exporter)
    {
        var own = await Eventually.GetAsync(exporter.ScrapeOwnAsync, s => s.Sum("modelexporter_checkpoint_size_bytes") > 0);
        Assert.True(own.Sum("modelexporter_checkpoint_size_bytes") > 0);
    }
}
