using System.Diagnostics;
using System.Globalization;
using ModelExporter.Tests.EndToEnd;
using ModelExporter.Tests.Kafka;
using ModelExporter.Tests.Rules;

namespace ModelExporter.Tests.Deploy;

/// <summary>
/// The demo of several containers without them: the same commands and the same files as processes of this machine, with addresses and folders of the test. Kafka is the mock
/// cluster, and Grafana is not among them.
/// </summary>
public sealed class ComposeTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly MockKafka _kafka = new();

    public void Dispose()
    {
        _kafka.Dispose();
        _folder.Dispose();
    }

    [RequiresToolFact(AlertmanagerServer.Name)]
    public async Task Services_AllButGrafana_FindEachOtherAndTellOfTheModels()
    {
        foreach (string topic in new[] { "predictions", "labels" }) _kafka.CreateTopic(topic, 3);
        int port = LoopbackPort.Free();
        await using var pages = new BackgroundProcess(new ProcessStartInfo("python3", ["-u", Path.Combine(ComposeFile.Folder, "pages.py"), "127.0.0.1", port.ToString(CultureInfo.InvariantCulture)]));
        await using var alertmanager = new AlertmanagerServer(new Uri($"http://127.0.0.1:{port}"));
        await using var exporter = await ExporterProcess.StartAsync(BuiltProgram.Start(Local("modelexporter")));
        await using var simulator = new BackgroundProcess(BuiltProgram.Start(Local("simulator")));
        await using var prometheus = PrometheusServer.Start(ComposeFile.Read("prometheus.yml")
            .Replace("modelexporter:10955", exporter.Main.BaseAddress!.Authority, StringComparison.Ordinal)
            .Replace("modelexporter:10956", exporter.Telemetry.BaseAddress!.Authority, StringComparison.Ordinal)
            .Replace("alertmanager:9093", alertmanager.Address.Authority, StringComparison.Ordinal)
            .Replace("/etc/prometheus/rules", Repository.PathOf("prometheus-rules"), StringComparison.Ordinal));

        Assert.Equal([2], await prometheus.QueryUntilAsync("count(up{job=\"modelexporter\"} == 1)", up => up == 2));
        Assert.Equal(RuleFiles.All.Select(r => r.Name).Order(), (await prometheus.RulesAsync()).Order());
        Assert.Contains(alertmanager.Address.Authority, Assert.Single(await Eventually.GetAsync(prometheus.AlertmanagersAsync, a => a.Length > 0)), StringComparison.Ordinal);

        // The model that logs to Kafka, and one that logs to a file, have been seen for long enough to have a baseline.
        Assert.InRange(Assert.Single(await prometheus.QueryAsync("model_baseline_accuracy_ratio{model=\"churn\"}", 1)), 0.8, 0.95);
        Assert.Single(await prometheus.QueryAsync("model_baseline_mean_absolute_error{model=\"delivery_time\"}", 1));
        Assert.Equal([1], await prometheus.QueryUntilAsync("modelexporter_source_up{source=\"kafka\"}", up => up == 1));
        foreach (string source in new[] { "kafka", "files" })
            await AssertIsAboveAsync(prometheus, $"sum(modelexporter_records_total{{source=\"{source}\",outcome=\"accepted\"}})", 10_000);
        Assert.DoesNotContain("churn", File.ReadLines(_folder["logs/predictions.jsonl"]).First(), StringComparison.Ordinal);
        await Eventually.GetAsync(() => simulator.Lines, l => l.Any(IsChapter));
        Assert.Contains(simulator.Lines, IsChapter);
        Assert.Equal(0, await simulator.StopAsync());

        // Who is called prints it. Alerts of the rules take minutes; that they come from them is tested elsewhere.
        Assert.True(await Eventually.GetAsync(alertmanager.IsReadyAsync, isReady => isReady));
        await alertmanager.FireAsync(("alertname", "ModelAccuracyCollapsed"), ("severity", "critical"), ("model", "churn"));
        Assert.Contains(await Eventually.GetAsync(() => pages.Lines, l => l.Length > 0), l => l.StartsWith("[on-call] firing ModelAccuracyCollapsed churn:", StringComparison.Ordinal));
    }

    static bool IsChapter(string line) => line.StartsWith("== 1 of ", StringComparison.Ordinal);

    static async Task AssertIsAboveAsync(PrometheusServer prometheus, string query, double least) =>
        Assert.All(await prometheus.QueryUntilAsync(query, n => n > least), n => Assert.True(n > least, $"{query}: {n}"));

    /// <summary>What a service is told, with folders and addresses of this test in the place of those in containers.</summary>
    string[] Local(string service)
    {
        string config = _folder.Write("modelexporter.yml", Local(new[] { ComposeFile.Read("modelexporter.yml") })[0]);
        return Local(ComposeFile.Command(service).Select(word => word.Replace("/etc/modelexporter/modelexporter.yml", config, StringComparison.Ordinal)));
    }

    string[] Local(IEnumerable<string> texts) =>
    [
        .. texts.Select(text => text
            .Replace("kafka:9092", _kafka.BootstrapServers, StringComparison.Ordinal)
            .Replace("/var/log/models", _folder["logs"], StringComparison.Ordinal)
            .Replace("/var/lib/modelexporter", _folder["state"], StringComparison.Ordinal)),
    ];
}
