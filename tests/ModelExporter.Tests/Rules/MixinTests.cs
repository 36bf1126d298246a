using System.Diagnostics;
using System.Text.Json;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

public sealed class MixinTests : IDisposable
{
    const string Jsonnet = "jsonnet";

    static readonly string Mixin = Path.Combine(RuleFiles.Folder, "mixin.libsonnet");

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>To write the file anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    [Fact]
    public void RulesJson_CommittedFile_IsFresh()
    {
        string file = Path.Combine(RuleFiles.Folder, "rules.json");
        if (Repository.IsUpdating) File.WriteAllText(file, RulesJson.Text());
        Assert.Equal(RulesJson.Text(), File.ReadAllText(file));
    }

    [RequiresToolFact(Jsonnet)]
    public async Task Mixin_AsItIs_HasTheShippedRulesAndPassesPromtool()
    {
        string rules = await RenderAsync("prometheusRules", "");
        string alerts = await RenderAsync("prometheusAlerts", "");
        Assert.Equal(RuleFiles.Recordings.Select(r => r.Expression.Trim()), Expressions(rules));
        Assert.Equal(RuleFiles.Alerts.Select(r => r.Expression.Trim()), Expressions(alerts));
        Assert.Equal(RuleFiles.Alerts.Select(a => a.Annotations["runbook_url"]), Alerts(alerts).Select(a => a.GetProperty("annotations").GetProperty("runbook_url").GetString()));
        // Whoever has promtool can load what comes out.
        var check = new ProcessStartInfo(Promtool.Name, ["check", "rules", "--lint=all", "--lint-fatal", _folder.Write("rules.json", rules), _folder.Write("alerts.json", alerts)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var finished = await Finished.RunAsync(check);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
    }

    [RequiresToolFact(Jsonnet)]
    public async Task Mixin_Configured_PutsInWhatItIsTold()
    {
        const string Config = """ + {_config+:: {runbookURL: "https://wiki/%s", grafanaURL: "https://grafana", jobSelector: "job=\"models\"", fleetDrift: false}}""";
        string alerts = await RenderAsync("prometheusAlerts", Config);
        Assert.All(Alerts(alerts), a =>
        {
            var annotations = a.GetProperty("annotations");
            Assert.Equal($"https://wiki/{a.GetProperty("alert").GetString()}", annotations.GetProperty("runbook_url").GetString());
            Assert.StartsWith("https://grafana/d/modelexporter-", annotations.GetProperty("dashboard_url").GetString(), StringComparison.Ordinal);
        });
        Assert.Contains("up{job=\\\"models\\\"} == 0", alerts, StringComparison.Ordinal);
        Assert.DoesNotContain("(.*/)?modelexporter", alerts, StringComparison.Ordinal);
        Assert.DoesNotContain("feature_psi", await RenderAsync("prometheusRules", Config), StringComparison.Ordinal);
    }

    static IEnumerable<JsonElement> Alerts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("rules").EnumerateArray()).Select(r => r.Clone())];
    }

    static IEnumerable<string> Expressions(string json) => Alerts(json).Select(r => r.GetProperty("expr").GetString()!.Trim());

    static async Task<string> RenderAsync(string field, string config)
    {
        var start = new ProcessStartInfo(Jsonnet, ["-e", $"((import '{Mixin}'){config}).{field}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var finished = await Finished.RunAsync(start);
        Assert.True(finished.ExitCode == 0, finished.Error);
        return finished.Output;
    }
}
