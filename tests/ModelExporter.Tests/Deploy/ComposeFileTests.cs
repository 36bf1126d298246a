using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelExporter.Demo;
using ModelExporter.Http;
using ModelExporter.Tests.Configuration;
using ModelExporter.Tests.EndToEnd;
using ModelExporter.Tests.Rules;

namespace ModelExporter.Tests.Deploy;

/// <summary>The demo of several containers, as far as it can be judged without them.</summary>
public sealed partial class ComposeFileTests
{
    const string DockerCompose = "docker-compose";

    [RequiresToolFact(DockerCompose)]
    public async Task File_AsItIs_IsGoodToCompose()
    {
        // Debian's is older than the name of a project in its file.
        string file = ComposeFile.Read("compose.yml").Replace("\nname: modelexporter\n", "\n", StringComparison.Ordinal);
        var start = new ProcessStartInfo(DockerCompose, ["--file", "-", "config", "--quiet"])
        {
            WorkingDirectory = ComposeFile.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        var finished = await Finished.RunAsync(start, file);

        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
    }

    [Fact]
    public void Image_OfOthers_HasAVersion() =>
        Assert.All(ComposeFile.Services.Where(s => s.Value!["build"] is null), s => Assert.Matches(@"^[a-z/-]+:v?\d+\.\d+", s.Value!["image"]!.GetValue<string>()));

    [Fact]
    public void Mount_Any_IsThere() => Assert.All(ComposeFile.Mounts, m => Assert.True(Path.Exists(m.Source), $"{m.Service}: {m.Source}"));

    [Fact]
    public void Dashboard_Any_IsMountedWhereItIsLookedFor()
    {
        string provider = YamlJson.Of(File.ReadAllText(Repository.PathOf("grafana-dashboards", "provisioning", "dashboards", "modelexporter.yml")));
        string folder = JsonNode.Parse(provider)!["providers"]![0]!["options"]!["path"]!.GetValue<string>();

        string[] mounted = [.. ComposeFile.Mounts.Where(m => m.Service == "grafana" && m.Target.StartsWith(folder, StringComparison.Ordinal)).Select(m => m.Source)];

        Assert.Equal(Directory.GetFiles(Repository.PathOf("grafana-dashboards"), "modelexporter-*.json").Order(), mounted.Order());
        Assert.Contains(ComposeFile.Services["grafana"]!["environment"]!["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"]!.GetValue<string>(), ComposeFile.Mounts.Select(m => m.Target));
    }

    [Fact]
    public void Port_Any_IsOfThisMachineAlone() => Assert.All(
        ComposeFile.Services.SelectMany(s => s.Value!["ports"]?.AsArray() ?? []),
        port => Assert.StartsWith("127.0.0.1:", port!.GetValue<string>(), StringComparison.Ordinal));

    [Fact]
    public void Ports_OfTheExporter_AreItsDefaults() => Assert.Equal(
        [$"127.0.0.1:{WebOptions.DefaultPort}:{WebOptions.DefaultPort}", $"127.0.0.1:{WebOptions.DefaultTelemetryPort}:{WebOptions.DefaultTelemetryPort}"],
        ComposeFile.Services["modelexporter"]!["ports"]!.AsArray().Select(p => p!.GetValue<string>()));

    [Theory]
    [InlineData("modelexporter")]
    [InlineData("simulator")]
    public void Command_OfOurs_IsOneOfTheProgram(string service) => Assert.Empty(ModelExporter.Commands.CommandLine.Build().Parse(ComposeFile.Command(service)).Errors);

    /// <summary>The names by which the services find each other.</summary>
    [Theory]
    [InlineData("deploy/compose/prometheus.yml")]
    [InlineData("deploy/compose/modelexporter.yml")]
    [InlineData("deploy/alertmanager/alertmanager.yml")]
    [InlineData("grafana-dashboards/provisioning/datasources/prometheus.yml")]
    public void Address_InAConfig_IsThatOfAService(string path)
    {
        string[] hosts = [.. Address().Matches(File.ReadAllText(Repository.PathOf(path))).Select(m => m.Groups[1].Value)];

        Assert.NotEmpty(hosts);
        Assert.All(hosts, host => Assert.True(ComposeFile.Services.ContainsKey(host), host));
    }

    [Fact]
    public void Config_OfTheExporter_HasTheModelsOfTheDemo()
    {
        var (mine, demos) = (JsonNode.Parse(YamlJson.Of(ComposeFile.Read("modelexporter.yml")))!, JsonNode.Parse(YamlJson.Of(DemoConfig.Yaml("kafka:9092")))!);

        Assert.All(["defaults", "models"], key => Assert.Equal(demos[key]!.ToJsonString(), mine[key]!.ToJsonString()));
        Assert.Equal(demos["sources"]![1]!.ToJsonString(), mine["sources"]![1]!.ToJsonString());
    }

    [RequiresToolFact(Promtool.Name)]
    public async Task Config_OfPrometheus_IsGoodAndHasTheRules()
    {
        using var folder = new TestFolder();
        var rules = ComposeFile.Mounts.Single(m => m.Source == Repository.PathOf("prometheus-rules"));
        string config = folder.Write("prometheus.yml", ComposeFile.Read("prometheus.yml").Replace(rules.Target, rules.Source, StringComparison.Ordinal));

        var finished = await Finished.RunAsync(new ProcessStartInfo(Promtool.Name, ["check", "config", config]) { RedirectStandardOutput = true, RedirectStandardError = true });

        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
        Assert.All(RuleFiles.Paths, path => Assert.Contains(path, finished.Output, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b([a-z][a-z-]+):\d{4,5}\b")]
    private static partial Regex Address();
}
