namespace ModelExporter.Tests.EndToEnd;

public sealed class FileTailTests : IDisposable
{
    const string Pairs = "model_labels_joined_total{model=\"churn\",model_version=\"v1\"}";
    const string Accuracy = "model_accuracy_ratio{model=\"churn\",model_version=\"v1\",window=\"1h\"}";

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_LogGrowsAndIsRotated_FollowsItUntilToldToStop()
    {
        string config = _folder.Write("config.yml", ChurnLog.Following(_folder["predictions.jsonl"], _folder["labels*.jsonl"]));
        await using var exporter = await ExporterProcess.StartAsync(config);

        _folder.Append("predictions.jsonl", ChurnLog.Predictions(0, 100));
        var scrape = await exporter.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 100);
        Assert.Equal(100, scrape.Sum("model_predictions_total"));
        Assert.Null(scrape[Accuracy]);

        _folder.Append("labels-1.jsonl", ChurnLog.Labels(0, 100));
        scrape = await exporter.ScrapeUntilAsync(s => s[Pairs] >= 100);
        Assert.Equal((100, 0.9), (scrape[Pairs], scrape[Accuracy]));

        _folder.Append("predictions.jsonl", ChurnLog.Predictions(100, 50));
        File.Move(_folder["predictions.jsonl"], _folder["predictions.jsonl.1"]);
        _folder.Append("predictions.jsonl", ChurnLog.Predictions(150, 50));
        _folder.Append("labels-2.jsonl", ChurnLog.Labels(100, 100));
        scrape = await exporter.ScrapeUntilAsync(s => s[Pairs] >= 200);
        Assert.Equal((200, 200), (scrape.Sum("model_predictions_total"), scrape[Pairs]));
        Assert.Equal(1, (await exporter.ScrapeOwnAsync())["modelexporter_source_rotations_total{source=\"log\"}"]);

        Assert.Equal(0, await exporter.StopAsync());
        Assert.Contains("msg=Stopped", exporter.Log[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ToldToStopWhileARequestHangs_StopsAllTheSame()
    {
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", ChurnLog.Config));
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(exporter.Main.BaseAddress!.Host, exporter.Main.BaseAddress.Port);
        await client.GetStream().WriteAsync("POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray());
        await Eventually.GetAsync(exporter.ScrapeOwnAsync, s => s.Sum("http_server_active_requests", "POST") == 1);

        Assert.Equal(0, await exporter.StopAsync());
    }

    [Fact]
    public async Task Run_HangUp_TakesTheNewConfigAndKeepsWhatIsKnown()
    {
        const string Threshold = "model_accuracy_threshold_ratio{model=\"churn\",model_version=\"v1\"}";
        string log = _folder.Write("log.jsonl", ChurnLog.Predictions(0, 100));
        string config = _folder.Write("config.yml", ChurnLog.Following(log));
        await using var exporter = await ExporterProcess.StartAsync(config);
        await exporter.ScrapeUntilAsync(s => s.Sum("model_predictions_total") >= 100);

        _folder.Write("config.yml", ChurnLog.Following(log) + "    performance: {thresholds: {accuracy: 0.42}}\n");
        await exporter.SignalAsync("HUP");
        var scrape = await exporter.ScrapeUntilAsync(s => s[Threshold] == 0.42);
        Assert.Equal((0.42, 100), (scrape[Threshold], scrape.Sum("model_predictions_total")));
        await LoggedAsync(exporter, "Took over the config");

        _folder.Append("log.jsonl", ChurnLog.Labels(0, 100));
        Assert.Equal(100, (await exporter.ScrapeUntilAsync(s => s[Pairs] >= 100))[Pairs]);

        _folder.Write("config.yml", ChurnLog.Following(log).Replace("1h", "2h", StringComparison.Ordinal).Replace("task: binary", "task: regression", StringComparison.Ordinal));
        await exporter.SignalAsync("HUP");
        string warning = await LoggedAsync(exporter, "starts anew");
        Assert.Contains("level=WARN", warning, StringComparison.Ordinal);
        Assert.Contains("section=model/churn", warning, StringComparison.Ordinal);
        Assert.Contains("task: Binary, which is now task: Regression", warning, StringComparison.Ordinal);

        _folder.Write("config.yml", "models: nothing\n");
        await exporter.SignalAsync("HUP");
        Assert.Equal(0, (await Eventually.GetAsync(exporter.ScrapeOwnAsync, s => s["modelexporter_config_last_reload_successful{}"] == 0))["modelexporter_config_last_reload_successful{}"]);
        await LoggedAsync(exporter, "config.yml:1: models");
        Assert.Equal(0, await exporter.StopAsync());
    }

    static async Task<string> LoggedAsync(ExporterProcess exporter, string words)
    {
        var log = await Eventually.GetAsync(() => exporter.Log, lines => lines.Any(l => l.Contains(words, StringComparison.Ordinal)));
        return Assert.Single(log, l => l.Contains(words, StringComparison.Ordinal));
    }
}
