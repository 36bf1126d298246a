using System.Text;

namespace ModelExporter.Tests.EndToEnd;

public sealed class PrometheusTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresToolFact(PrometheusServer.Name)]
    public async Task Prometheus_ScrapesBothPorts_FindsThemUpAndKnowsTheAccuracy()
    {
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", ChurnLog.Config));
        (await exporter.Main.PostAsync("/v1/records", Body(ChurnLog.Both(0, 200)))).EnsureSuccessStatusCode();
        await using var prometheus = PrometheusServer.Start(exporter.Main.BaseAddress!, exporter.Telemetry.BaseAddress!);

        Assert.Equal([0.9], await prometheus.QueryAsync("model_accuracy_ratio{model=\"churn\",window=\"1h\"}", 1));
        Assert.Equal([1, 1], await prometheus.QueryAsync("up == 1", 2));
        Assert.Equal([200], await prometheus.QueryAsync("modelexporter_model_records_total / 2", 1));
        Assert.All(await prometheus.ScrapeErrorsAsync(), error => Assert.Equal("", error));
        Assert.Equal(0, await exporter.StopAsync());
    }

    [RequiresToolFact(PrometheusServer.Name)]
    public async Task Prometheus_HostileNames_AreTakenAsTheyAre()
    {
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", HostileLog.Config));
        string answer = await (await exporter.Main.PostAsync("/v1/records", Body(HostileLog.Records))).Content.ReadAsStringAsync();
        Assert.Contains($"\"accepted\":{2 * HostileLog.Rows},", answer, StringComparison.Ordinal);
        await Promtool.AssertCleanAsync(await exporter.Main.GetStringAsync("/metrics"));
        await Promtool.AssertCleanAsync(await exporter.Telemetry.GetStringAsync("/metrics"));
        await using var prometheus = PrometheusServer.Start(exporter.Main.BaseAddress!, exporter.Telemetry.BaseAddress!);

        Assert.Equal([HostileLog.Rows], await prometheus.QueryAsync($"sum(model_predictions_total{{model={Quote(HostileLog.Model)}}})", 1));
        foreach (string feature in HostileLog.Names)
            Assert.Equal([HostileLog.First], await prometheus.QueryAsync($"sum(model_feature_baseline_values{{feature={Quote(feature)}}})", 1));
        Assert.Equal([1, 1], await prometheus.QueryAsync("up == 1", 2));
        Assert.All(await prometheus.ScrapeErrorsAsync(), error => Assert.Equal("", error));
    }

    static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    static StringContent Body(IEnumerable<string> lines) => new(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
}
