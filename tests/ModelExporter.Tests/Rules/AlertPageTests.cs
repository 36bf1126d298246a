using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

/// <summary>From a log to a page, all real: exporter, Prometheus with the shipped rules, Alertmanager with the shipped routes, and who is called.</summary>
public sealed class AlertPageTests : IDisposable
{
    /// <summary>80 minutes of the rules' time: longer than their longest window but those of days.</summary>
    static readonly TimeSpan Stretch = 80 * Haste.Minute;

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresToolFact(AlertmanagerServer.Name)]
    public async Task Pages_CustomersOfTheDemo_ComeForTheFallAndTheLoss() => await AssertPagesAsync(await DriftingLog.OfCustomersAsync(_folder));

    [RequiresSharedDataAndToolFact(AlertmanagerServer.Name)]
    public Task Pages_RealElectricityPrices_ComeForTheFallAndTheLoss() => AssertPagesAsync(DriftingLog.OfPrices());

    async Task AssertPagesAsync(DriftingLog log)
    {
        using var stop = new CancellationTokenSource();
        var lived = new LivedLog(_folder, "live.jsonl");
        await using var receiver = new WebhookReceiver();
        await using var alertmanager = new AlertmanagerServer(receiver.Address);
        var exporter = await ExporterProcess.StartAsync(await ConfigAsync(log, lived.Path));
        await using var prometheus = PrometheusServer.Start(
            [exporter.Main.BaseAddress!, exporter.Telemetry.BaseAddress!], Haste.Minute / 2, RulesAndRoutes(alertmanager.Address));
        try
        {
            await prometheus.QueryUntilAsync("count(model_info)", count => count == 1);
            await lived.LiveAsync(log.Healthy, Stretch, stop.Token);
            // The rules saw it: enough labels, and a model as good as it was.
            await prometheus.QueryUntilAsync("model_version:model_labels_joined:increase1h", labels => labels > 1000);
            Assert.Empty(receiver.Firing("on-call"));

            var drifting = lived.LiveAsync(log.Drifted, Stretch, stop.Token);
            var page = await receiver.PageAsync("on-call", "ModelAccuracyCollapsed");
            Assert.NotNull(page);
            Assert.Equal((log.Model, log.Version, "critical"), (page.Labels["model"], page.Labels["model_version"], page.Labels["severity"]));
            Assert.Matches($@"^Model {log.Model} version {log.Version} was right in only \d\d(\.\d+)?% .*; its threshold is \d\d(\.\d+)?%, its baseline \d\d(\.\d+)?%\.$", page.Annotations["description"]);
            Assert.Equal($"/d/modelexporter-performance?var-model={log.Model}&var-model_version={log.Version}", page.Annotations["dashboard_url"]);
            Assert.NotNull(await receiver.PageAsync("retrain", "ModelAccuracyCollapsed"));
            await drifting;
            Assert.All(receiver.Firing("on-call"), p => Assert.Equal("ModelAccuracyCollapsed", p.Alert));
        }
        finally
        {
            await exporter.DisposeAsync();
        }

        int before = receiver.Messages.Count;
        Assert.NotNull(await receiver.PageAsync("on-call", "ModelExporterAllDown"));
        // The model is gone with its exporter, which is known by now, and nobody needs to be told.
        string[] muted = await Eventually.GetAsync(alertmanager.InhibitedAsync, names => names.Contains("ModelDisappeared") && names.Contains("ModelExporterDown"));
        Assert.Contains("ModelDisappeared", muted);
        Assert.Equal(2, muted.Count(name => name == "ModelExporterDown"));
        var since = receiver.Messages.Skip(before).SelectMany(m => m).Where(p => p.IsFiring).ToList();
        Assert.Equal(["ModelExporterAllDown"], since.Where(p => p.Receiver == "on-call").Select(p => p.Alert));
        Assert.DoesNotContain(since, p => p.Alert is "ModelExporterDown" or "ModelDisappeared");
    }

    async Task<string> ConfigAsync(DriftingLog log, string path)
    {
        await log.WriteBaselineAsync(_folder);
        _folder.Write("live.jsonl", "");
        return _folder.Write("config.yml", $"sources: [{{file: {{paths: [{path}]}}}}]\n{log.Config("windows: [1m, last_1000]")}");
    }

    string RulesAndRoutes(Uri alertmanager)
    {
        foreach (string path in RuleFiles.Paths) _folder.Write(Path.GetFileName(path), Haste.OfRules(File.ReadAllText(path)));
        return $$"""
            rule_files: ['{{_folder["alerts-*.yml"]}}', '{{_folder["recording-*.yml"]}}']
            alerting: {alertmanagers: [{static_configs: [{targets: ['{{alertmanager.Authority}}']}]}]}
            """;
    }
}
