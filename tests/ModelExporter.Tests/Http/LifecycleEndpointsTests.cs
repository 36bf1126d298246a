using System.Net;
using ModelExporter.Http;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Http;

[Collection(RunningExporterGroup.Name)]
public class LifecycleEndpointsTests
{
    const string Pairs = "model_labels_joined_total{model=\"churn\",model_version=\"v1\"}";
    const string Threshold = "model_accuracy_threshold_ratio{model=\"churn\",model_version=\"v1\"}";
    const string Accuracy = "model_accuracy_ratio{model=\"churn\",model_version=\"v1\",window=\"1h\"}";

    static readonly WebOptions Lifecycle = new() { EnableLifecycle = true };

    [Fact]
    public async Task Probes_Running_AreWellOnBothPorts()
    {
        await using var exporter = await RunningExporter.StartAsync();
        foreach (var client in new[] { exporter.Main, exporter.Telemetry })
        {
            Assert.Equal("ModelExporter is healthy.\n", await client.GetStringAsync("/-/healthy"));
            Assert.Equal("ModelExporter is ready.\n", await client.GetStringAsync("/-/ready"));
        }
    }

    [Fact]
    public async Task Probes_BeforeThePipelineRuns_AreHealthyAndNotReady()
    {
        await using var exporter = await RunningExporter.ListenAsync();
        foreach (var client in new[] { exporter.Main, exporter.Telemetry })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/-/healthy")).StatusCode);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/-/ready")).StatusCode);
        }
    }

    [Fact]
    public async Task LandingPage_EachPort_LinksToWhatIsThere()
    {
        await using var exporter = await RunningExporter.StartAsync(options: new WebOptions { Path = "/m" });
        foreach (var client in new[] { exporter.Main, exporter.Telemetry })
        {
            string page = await client.GetStringAsync("/");
            foreach (string link in new[] { "/m", "/-/healthy", "/-/ready" })
            {
                Assert.Contains($"href=\"{link}\"", page, StringComparison.Ordinal);
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(link)).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Reload_NotEnabled_IsNotThere()
    {
        await using var exporter = await RunningExporter.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await exporter.Main.PostAsync("/-/reload", null)).StatusCode);
    }

    [Fact]
    public async Task Reload_OnTheTelemetryPortOrByGet_IsNotThere()
    {
        await using var exporter = await RunningExporter.StartAsync(options: Lifecycle);
        Assert.Equal(HttpStatusCode.NotFound, (await exporter.Telemetry.PostAsync("/-/reload", null)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await exporter.Main.GetAsync("/-/reload")).StatusCode);
    }

    [Fact]
    public async Task Reload_ThresholdChanged_KeepsCountersWindowsAndWhatWaits()
    {
        await using var exporter = await RunningExporter.StartAsync(options: Lifecycle);
        await exporter.PushAsync("/v1/records", ChurnLog.Predictions(0, 200).Concat(ChurnLog.Labels(0, 150)));
        var before = await exporter.ScrapeAsync();
        await File.WriteAllTextAsync(exporter.ConfigFile, ChurnLog.Config + "    performance: {thresholds: {accuracy: 0.42}}\n");
        Assert.Equal(HttpStatusCode.OK, (await exporter.Main.PostAsync("/-/reload", null)).StatusCode);

        var after = await exporter.ScrapeAsync();
        Assert.Equal(0.42, after[Threshold]);
        Assert.Equal(before.Values.Keys.Order(), after.Values.Keys.Order());
        foreach (var (series, value) in before.Values)
            if (series != Threshold) Assert.Equal(value, after[series]);
        await exporter.PushAsync("/v1/labels", ChurnLog.Labels(150, 50));
        Assert.Equal(200, (await exporter.ScrapeAsync())[Pairs]);
    }

    [Fact]
    public async Task Reload_WindowsChanged_StartsTheNewOneAndKeepsTheRest()
    {
        await using var exporter = await RunningExporter.StartAsync(options: Lifecycle);
        await exporter.PushAsync("/v1/records", ChurnLog.Both(0, 200));
        await exporter.ScrapeAsync();
        await File.WriteAllTextAsync(exporter.ConfigFile, ChurnLog.Config.Replace("1h", "2h", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await exporter.Main.PostAsync("/-/reload", null)).StatusCode);
        await exporter.PushAsync("/v1/records", ChurnLog.Both(500, 70));

        var scrape = await exporter.ScrapeAsync();
        Assert.Equal(270, scrape[Pairs]);
        Assert.Null(scrape[Accuracy]);
        Assert.NotNull(scrape[Accuracy.Replace("1h", "2h", StringComparison.Ordinal)]);
        Assert.Equal(70, scrape["model_window_labels{model=\"churn\",model_version=\"v1\",window=\"2h\"}"]);
        Assert.Equal(100, scrape["model_window_predictions{model=\"churn\",model_version=\"v1\",window=\"last_100\"}"]);
    }

    [Fact]
    public async Task Reload_FileSourceIsTakenOut_ShowsItDownAndWithoutFiles()
    {
        using var folder = new TestFolder();
        await using var exporter = await RunningExporter.StartAsync(ChurnLog.Following(folder.Write("log.jsonl", ChurnLog.Predictions(0, 10))), Lifecycle);
        var own = await Eventually.GetAsync(exporter.ScrapeOwnAsync, s => s["modelexporter_source_files{source=\"log\"}"] == 1);
        Assert.Equal(1, own["modelexporter_source_up{source=\"log\"}"]);
        await File.WriteAllTextAsync(exporter.ConfigFile, ChurnLog.Config);
        await exporter.Main.PostAsync("/-/reload", null);

        own = await exporter.ScrapeOwnAsync();
        Assert.Equal((0, 0), (own["modelexporter_source_up{source=\"log\"}"], own["modelexporter_source_files{source=\"log\"}"]));
        Assert.Equal(10, own["modelexporter_records_total{outcome=\"accepted\",reason=\"\",source=\"log\"}"]);
    }

    [Fact]
    public async Task Reload_BrokenConfig_AnswersWithTheErrorsAndChangesNothing()
    {
        await using var exporter = await RunningExporter.StartAsync(options: Lifecycle);
        await exporter.PushAsync("/v1/records", ChurnLog.Both(0, 200));
        var before = await exporter.ScrapeAsync();
        double? hash = HashOf(await exporter.ScrapeOwnAsync());
        await File.WriteAllTextAsync(exporter.ConfigFile, ChurnLog.Config + "    drift: {statistic: psy}\n    colour: red\n");

        var answer = await exporter.Main.PostAsync("/-/reload", null);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        string[] errors = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, errors.Length);
        Assert.Contains(errors, e => e.Contains("models[0].drift.statistic", StringComparison.Ordinal) && e.Contains("psi", StringComparison.Ordinal));
        Assert.Equal(before.Values.OrderBy(v => v.Key, StringComparer.Ordinal), (await exporter.ScrapeAsync()).Values.OrderBy(v => v.Key, StringComparer.Ordinal));
        var own = await exporter.ScrapeOwnAsync();
        Assert.Equal((0, hash), (own["modelexporter_config_last_reload_successful{}"], HashOf(own)));

        await File.WriteAllTextAsync(exporter.ConfigFile, ChurnLog.Config + "# mended\n");
        Assert.Equal(HttpStatusCode.OK, (await exporter.Main.PostAsync("/-/reload", null)).StatusCode);
        own = await exporter.ScrapeOwnAsync();
        Assert.Equal(1, own["modelexporter_config_last_reload_successful{}"]);
        Assert.NotEqual(hash, HashOf(own));
    }

    static double? HashOf(Scrape own) => own["modelexporter_config_hash{}"];
}
