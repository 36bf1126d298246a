namespace ModelExporter.Tests.EndToEnd;

public sealed class CsvTests : IDisposable
{
    const string Joined = "model_labels_joined_total{model=\"churn\",model_version=\"v1\"}";

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replay_LogAsCsv_SaysTheSameAsJson()
    {
        string config = _folder.Write("config.yml", ChurnLog.Config);
        string[] json = [_folder.Write("predictions.jsonl", ChurnLog.Predictions(0, 300)), _folder.Write("labels.jsonl", ChurnLog.Labels(0, 300))];
        string[] csv =
        [
            _folder.Write("predictions.csv", "\uFEFF" + string.Join("\r\n", CsvText.Of(ChurnLog.Predictions(0, 300)))),
            _folder.Write("labels.csv.gz", TestFolder.Gzip(CsvText.Of(ChurnLog.Labels(0, 300)))),
        ];
        Assert.Equal(await ReplayAsync(config, json), await ReplayAsync(config, csv));
    }

    [Fact]
    public async Task Replay_ColumnTwice_SaysSoAndFails()
    {
        string log = _folder.Write("log.csv", ["id,age,age,prediction", "a,1,2,1"]);
        var finished = await BuiltProgram.RunAsync("replay", log, "--config.file", _folder.Write("config.yml", ChurnLog.Config));
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains($"{log}: not read to its end: the header names column \"age\" twice", finished.ErrorLines);
    }

    [Fact]
    public async Task Run_CsvGrowsAndIsRotated_FollowsItByItsHeader()
    {
        string[] predictions = [.. CsvText.Of(ChurnLog.Predictions(0, 200))];
        string[] labels = [.. CsvText.Of(ChurnLog.Labels(0, 200))];
        _folder.Write("predictions.csv", predictions[..101]);
        _folder.Write("bad.csv", ["age,age", "1,2"]);
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", ChurnLog.Following(_folder["*.csv"])));
        await exporter.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 100);

        File.Move(_folder["predictions.csv"], _folder["predictions.csv.1"]);
        // The columns in another order, as a new release of a model server may have them.
        _folder.Write("predictions.csv", predictions[101..].Prepend(predictions[0]).Select(l => string.Join(',', l.Split(',').Reverse())));
        _folder.Write("labels.csv", labels);
        var scrape = await exporter.ScrapeUntilAsync(s => s[Joined] >= 200);
        Assert.Equal((200, 200), (scrape.Sum("model_predictions_total"), scrape[Joined]));
        var own = await exporter.ScrapeOwnAsync();
        Assert.Equal(1, own.Sum("modelexporter_records_total", "reason=\"invalid_header\""));
        Assert.Contains(exporter.Log, l => l.Contains("bad.csv", StringComparison.Ordinal) && l.Contains("twice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_HangUpInTheMiddleOfACsv_GoesOnByItsHeader()
    {
        string[] predictions = [.. CsvText.Of(ChurnLog.Predictions(0, 200))];
        _folder.Write("log.csv", predictions[..101]);
        string config = _folder.Write("config.yml", ChurnLog.Following(_folder["log.csv"]));
        await using var exporter = await ExporterProcess.StartAsync(config);
        await exporter.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 100);
        await exporter.SignalAsync("HUP");
        await Eventually.GetAsync(() => exporter.Log, log => log.Any(l => l.Contains("Took over the config", StringComparison.Ordinal)));

        _folder.Append("log.csv", predictions[101..]);
        Assert.Equal(200, (await exporter.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 200)).Sum("model_predictions_total"));
        Assert.Equal(0, (await exporter.ScrapeOwnAsync()).Sum("modelexporter_records_total", "outcome=\"rejected\""));
    }

    [SharedDataFact]
    public async Task Replay_RealLogAsCsv_SaysTheSameAsJson()
    {
        string config = _folder.Write("config.yml", """
            models:
              - name: booking-cancel
                task: binary
                features: {agent: categorical, company: categorical}
                windows: [last_1000, 24h]
                clock: event
            """);
        string[] lines = [.. CsvText.GzipLines(SharedData.PathOf("data", "hotel_booking", "predictions.jsonl.gz")).Take(5_000)];
        string[] labels = [.. CsvText.GzipLines(SharedData.PathOf("data", "hotel_booking", "labels.jsonl.gz")).Take(4_000)];
        Assert.Equal(
            await ReplayAsync(config, _folder.Write("a.jsonl", lines), _folder.Write("b.jsonl", labels)),
            await ReplayAsync(config, _folder.Write("a.csv", CsvText.Of(lines)), _folder.Write("b.csv", CsvText.Of(labels))));
    }

    [SharedDataFact]
    public async Task Replay_CsvWithLabelsInAFileWithoutTimes_JoinsThem()
    {
        string samples = SharedData.PathOf("samples", "flat-csv-delayed-labels");
        string config = _folder.Write("config.yml", $$"""
            sources:
              - file: {paths: ["{{samples}}/*.csv"]}
                columns: {label: clf_target}
            models:
              - name: housing
                task: binary
                baseline: {first: 100}
                labels: {horizon: 60d}
                windows: [last_1000]
                clock: event
            """);
        var scrape = Scrape.Parse(await ReplayAsync(
            config, Path.Combine(samples, "california_housing_analysis_first500.csv"), Path.Combine(samples, "california_housing_analysis_gt_first500.csv")));
        const string Labels = "{model=\"housing\",model_version=\"\"}";
        Assert.Equal((500, 500), (scrape["model_predictions_total" + Labels], scrape["model_labels_joined_total" + Labels]));
        Assert.Equal(11, scrape.Count("model_feature_baseline_values"));
        Assert.Equal(0.872, scrape["model_accuracy_ratio{model=\"housing\",model_version=\"\",window=\"last_1000\"}"]);
    }

    static async Task<string> ReplayAsync(string config, params string[] logs)
    {
        var finished = await BuiltProgram.RunAsync(["replay", .. logs, "--config.file", config]);
        Assert.True(finished.ExitCode == 0, finished.Error);
        Assert.Single(finished.ErrorLines);
        return finished.Output;
    }
}
