using System.Net;

namespace ModelExporter.Tests.EndToEnd;

public sealed class NoConfigTests : IDisposable
{
    const string Accuracy = "model_accuracy_ratio{model=\"churn\",model_version=\"v1\",window=\"last_1000\"}";

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Logs_ServesATrueNumber()
    {
        // Of gzip and growing files alike; an answer is right 9 times of 10.
        string predictions = _folder.Write("predictions.jsonl.gz", TestFolder.Gzip(ChurnLog.Predictions(0, 1000)));
        string labels = _folder.Write("labels.jsonl", ChurnLog.Labels(0, 900));
        await using var exporter = await ExporterProcess.StartAsync(BuiltProgram.Start("run", predictions, labels, "--web.enable-lifecycle"));

        var scrape = await exporter.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") == 900);
        Assert.Equal(0.9, scrape[Accuracy]!.Value, 12);
        Assert.Contains(exporter.Log, l => l.StartsWith("  churn: task", StringComparison.Ordinal) && l.Contains("binary", StringComparison.Ordinal));

        _folder.Append("labels.jsonl", ChurnLog.Labels(900, 100));
        await exporter.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") == 1000);

        var reload = await exporter.Main.PostAsync("/-/reload", null);
        Assert.Equal(HttpStatusCode.InternalServerError, reload.StatusCode);
        Assert.Contains("no config file to read again", await reload.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1000, (await exporter.ScrapeAsync()).Sum("model_labels_joined_total"));
        await exporter.SignalAsync("HUP");
        Assert.Contains(await Eventually.GetAsync(() => exporter.Log, log => log.Count(IsRefusal) == 2), IsRefusal);
    }

    [Fact]
    public async Task PrintConfig_GivenToReplayAndRun_SaysTheSameAsWithoutIt()
    {
        string[] logs = [_folder.Write("predictions.jsonl", ChurnLog.Predictions(0, 3000)), _folder.Write("labels.jsonl.gz", TestFolder.Gzip(ChurnLog.Labels(0, 2500)))];
        var printed = await BuiltProgram.RunAsync(["run", .. logs, "--print-config"]);
        Assert.Equal(0, printed.ExitCode);
        string config = _folder.Write("config.yml", printed.Output);
        Assert.Equal(printed.Output, (await BuiltProgram.RunAsync(["replay", .. logs, "--print-config"])).Output);

        var without = await BuiltProgram.RunAsync(["replay", .. logs]);
        Assert.Equal(0, without.ExitCode);
        Assert.Equal(2500, Scrape.Parse(without.Output).Sum("model_labels_joined_total"));
        Assert.Equal(without.Output, (await BuiltProgram.RunAsync(["replay", .. logs, "--config.file", config])).Output);

        await using var discovered = await ExporterProcess.StartAsync(BuiltProgram.Start(["run", .. logs]));
        await using var configured = await ExporterProcess.StartAsync(config);
        foreach (var exporter in new[] { discovered, configured }) await exporter.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") == 2500);
        Undisturbed.Same(await configured.ScrapeAsync(), await discovered.ScrapeAsync());
    }

    [Fact]
    public async Task Flags_Given_OverrideWhatIsDiscovered()
    {
        string log = _folder.Write("log.jsonl", ChurnLog.Both(0, 300));
        var printed = await BuiltProgram.RunAsync(
            "run", log, "--print-config", "--task=binary", "--positive-label=0", "--windows=5m,last_100", "--clock=wall", "--baseline.span=2m");
        Assert.Equal(0, printed.ExitCode);
        foreach (string line in new[] { "positive_label: \"0\"", "windows: [5m, last_100]", "clock: wall", "baseline: {span: 2m}" })
            Assert.Contains($"    {line}\n", printed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give --config.file, or logs to find out from", "run")]
    [InlineData("Give logs or --config.file, not both", "run", "log.jsonl", "--config.file=config.yml")]
    [InlineData("--task goes with logs that are read without a config", "run", "--config.file=config.yml", "--task=binary")]
    [InlineData("--print-config goes with logs that are read without a config", "replay", "log.jsonl", "--config.file=config.yml", "--print-config")]
    [InlineData("--windows: \"1y\" is no list of windows", "run", "log.jsonl", "--windows=1y")]
    [InlineData("--baseline.first: write a number from 50 to 100000", "run", "log.jsonl", "--baseline.first=3")]
    [InlineData("--baseline.span: \"1y\" is no duration", "run", "log.jsonl", "--baseline.span=1y")]
    [InlineData("keep one", "run", "log.jsonl", "--baseline.first=100", "--baseline.span=1h")]
    public async Task CommandLine_DoesNotFitTogether_IsAUsageError(string message, params string[] arguments)
    {
        var finished = await BuiltProgram.RunAsync(arguments);
        Assert.NotEqual(0, finished.ExitCode);
        Assert.Contains(message, finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_LogOfSomethingElse_SaysWhatWasSeen()
    {
        var finished = await BuiltProgram.RunAsync("run", _folder.Write("access.log", ["GET / 200"]));
        Assert.Equal((2, ""), (finished.ExitCode, finished.Output));
        Assert.Contains("access.log: no prediction found. Seen: 1 records of which the record is not valid JSON", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    static bool IsRefusal(string line) => line.Contains("There is no config file to read again", StringComparison.Ordinal);
}
