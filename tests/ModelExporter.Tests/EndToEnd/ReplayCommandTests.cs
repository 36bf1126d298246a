namespace ModelExporter.Tests.EndToEnd;

public sealed class ReplayCommandTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replay_PlainAndGzip_PrintsTheMetrics()
    {
        string predictions = _folder.Write("predictions.jsonl", ChurnLog.Predictions(0, 300));
        string labels = _folder.Write("labels.jsonl.gz", TestFolder.Gzip(ChurnLog.Labels(0, 300)));
        var finished = await ReplayAsync(predictions, labels);

        Assert.Equal(0, finished.ExitCode);
        Assert.Equal(["600 records read"], finished.ErrorLines);
        Assert.Equal(300, Scrape.Parse(finished.Output)["model_labels_joined_total{model=\"churn\",model_version=\"v1\"}"]);
        Assert.Equal(finished.Output, (await ReplayAsync(labels, predictions)).Output);
    }

    [Fact]
    public async Task Replay_BadLines_CountsThemByReason()
    {
        var finished = await ReplayAsync(_folder.Write("log.jsonl", [.. ChurnLog.Predictions(0, 100), "{", "{", "17"]));
        Assert.Equal(0, finished.ExitCode);
        Assert.Equal(
            ["100 records read", "2 records rejected: the record is not valid JSON", "1 records rejected: the record is not a JSON object"],
            finished.ErrorLines);
    }

    [Fact]
    public async Task Replay_CutGzip_PrintsWhatIsThereAndFails()
    {
        byte[] whole = TestFolder.Gzip(ChurnLog.Predictions(0, 1000));
        string cut = _folder.Write("cut.gz", whole[..^100]);
        var finished = await ReplayAsync(cut);

        Assert.Equal(1, finished.ExitCode);
        Assert.Contains(finished.ErrorLines, l => l.StartsWith($"{cut}: not read to its end: ", StringComparison.Ordinal));
        Assert.InRange(Scrape.Parse(finished.Output).Sum("model_predictions_total"), 1, 999);
    }

    [Fact]
    public async Task Replay_MissingFile_SaysSo()
    {
        var finished = await ReplayAsync(_folder["nothing.jsonl"]);
        Assert.Equal((2, ""), (finished.ExitCode, finished.Output));
        Assert.Contains("nothing.jsonl", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_Folder_SaysSo()
    {
        var finished = await ReplayAsync(Path.GetTempPath());
        Assert.Equal(2, finished.ExitCode);
        Assert.Single(finished.ErrorLines);
    }

    [Fact]
    public async Task Replay_SameLogAsALiveRun_SaysTheSame()
    {
        // Late, early, repeated and broken records among them.
        string log = _folder.Write("log.jsonl",
        [
            .. ChurnLog.Both(0, 2000), "{", ChurnLog.Prediction(7), .. ChurnLog.Both(9000, 300), .. ChurnLog.Labels(1900, 20), .. ChurnLog.Predictions(1000, 50),
            .. ChurnLog.Both(4000, 100),
        ]);
        string config = _folder.Write("config.yml", ChurnLog.Following(log));
        await using var live = await ExporterProcess.StartAsync(config);
        await Eventually.GetAsync(live.ScrapeOwnAsync, s => s["modelexporter_source_lag_bytes{source=\"log\"}"] == 0 && s.Sum("modelexporter_model_records_total") > 0);

        Assert.Equal((await BuiltProgram.RunAsync("replay", log, "--config.file", config)).Output, await live.Main.GetStringAsync("/metrics"));
    }

    /// <summary>To write the file anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    [Fact]
    public async Task Replay_SmallLog_PrintsTheGoldenScrape()
    {
        string golden = Repository.PathOf("tests", "ModelExporter.Tests", "Golden", "scrape.prom");
        var finished = await ReplayAsync(_folder.Write("log.jsonl", ChurnLog.Both(0, 300)));
        if (Repository.IsUpdating) await File.WriteAllTextAsync(golden, finished.Output);
        Assert.Equal(await File.ReadAllTextAsync(golden), finished.Output);
    }

    Task<Finished> ReplayAsync(params string[] logs) => BuiltProgram.RunAsync(["replay", .. logs, "--config.file", _folder.Write("config.yml", ChurnLog.Config)]);
}
