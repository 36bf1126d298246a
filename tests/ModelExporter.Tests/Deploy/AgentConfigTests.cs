using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelExporter.Engine.Metrics;
using ModelExporter.Http;
using ModelExporter.Tests.Configuration;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy;

/// <summary>The examples for collectors of others: that they ask the right ports, and for series that there are.</summary>
public sealed class AgentConfigTests
{
    const string Promtool = "promtool";

    [Fact]
    public void Datadog_AnnotationsOfAPod_SayWhatTheFileSays()
    {
        string checks = Read("datadog", "annotations.yml")["metadata"]!["annotations"]!["ad.datadoghq.com/modelexporter.checks"]!.GetValue<string>();

        string inPod = JsonNode.Parse(checks)!["openmetrics"]!.ToJsonString().Replace("%%host%%", "localhost", StringComparison.Ordinal);

        Assert.Equal(Read("datadog", "conf.yaml").ToJsonString(), inPod);
    }

    [Fact]
    public void Datadog_Instances_AreBothPortsWithTheirPrefix() => Assert.Equal(
        [($"http://localhost:{WebOptions.DefaultPort}/metrics", "model_"), ($"http://localhost:{WebOptions.DefaultTelemetryPort}/metrics", "modelexporter_")],
        Read("datadog", "conf.yaml")["instances"]!.AsArray().Select(i => (i!["openmetrics_endpoint"]!.GetValue<string>(), i["raw_metric_prefix"]!.GetValue<string>())));

    /// <summary>What is left out is by feature and statistic, or by bin; what a feature is judged by stays.</summary>
    [Fact]
    public void Datadog_LeftOut_AreBinsAndTheStatisticsThatDoNotDecide()
    {
        var patterns = Read("datadog", "conf.yaml")["instances"]![0]!["exclude_metrics"]!.AsArray().Select(p => p!.GetValue<string>()).ToList();
        bool IsLeftOut(MetricFamily family)
        {
            string name = family.Name["model_".Length..];
            return patterns.Any(p => Regex.IsMatch(name.EndsWith("_total", StringComparison.Ordinal) ? name[..^6] : name, p));
        }

        Assert.All(MetricCatalogue.All.Where(f => f.Labels.Contains("bin")), f => Assert.True(IsLeftOut(f), f.Name));
        Assert.All(patterns, p => Assert.Contains(MetricCatalogue.All, IsLeftOut));
        Assert.All(MetricCatalogue.All.Where(IsLeftOut), f => Assert.True(f.Labels.Contains("bin") || f.Labels.Contains("feature"), f.Name));
        Assert.DoesNotContain(MetricCatalogue.All.Where(IsLeftOut), f => f.Name.Contains("drift", StringComparison.Ordinal));
    }

    [Fact]
    public void Collector_Pipeline_IsMadeOfWhatIsThere()
    {
        var config = Read("opentelemetry", "collector.yml");

        Assert.All(config["service"]!["pipelines"]!["metrics"]!.AsObject(), stage =>
            Assert.All(stage.Value!.AsArray(), part => Assert.True(config[stage.Key]!.AsObject().ContainsKey(part!.GetValue<string>()), $"{stage.Key}: {part}")));
    }

    [RequiresToolFact(Promtool)]
    public async Task Collector_Scrapes_AreGoodToPrometheusAndOfBothPorts()
    {
        var scrapes = Read("opentelemetry", "collector.yml")["receivers"]!["prometheus"]!["config"]!;
        using var folder = new TestFolder();
        string file = folder.Write("prometheus.yml", scrapes.ToJsonString());

        var finished = await Finished.RunAsync(new ProcessStartInfo(Promtool, ["check", "config", file]) { RedirectStandardOutput = true, RedirectStandardError = true });

        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
        Assert.Equal(
            [$"localhost:{WebOptions.DefaultPort}", $"localhost:{WebOptions.DefaultTelemetryPort}"],
            scrapes["scrape_configs"]![0]!["static_configs"]![0]!["targets"]!.AsArray().Select(t => t!.GetValue<string>()));
    }

    static JsonNode Read(string folder, string file) => JsonNode.Parse(YamlJson.Of(File.ReadAllText(Repository.PathOf("deploy", folder, file))))!;
}
