using System.Diagnostics;
using System.Text.Json.Nodes;
using ModelExporter.Tests.Configuration;
using ModelExporter.Tests.EndToEnd;
using ModelExporter.Tests.Rules;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>Holds the PrometheusRules of a manifest against the rule files, and before promtool.</summary>
static class ShippedRules
{
    /// <summary>They are the rule files but for those left out, one object a file and nothing changed in them.</summary>
    public static async Task AssertAreAsync(string manifest, params string[] leftOut)
    {
        string[] rules = [.. manifest.Split("\n---\n").Select(document => JsonNode.Parse(YamlJson.Of(document + "\n"))!)
            .Where(document => document["kind"]?.GetValue<string>() == "PrometheusRule")
            .Select(rule => rule["spec"]!.ToJsonString())];
        var shipped = RuleFiles.Paths.Where(path => !leftOut.Contains(Path.GetFileName(path))).Select(path => Normal(YamlJson.Of(File.ReadAllText(path))));

        Assert.Equal(shipped.Order(StringComparer.Ordinal), rules.Select(Normal).Order(StringComparer.Ordinal));

        using var folder = new TestFolder();
        string[] files = [.. rules.Select((text, i) => folder.Write($"{i}.yml", text))];
        var judged = await Finished.RunAsync(new ProcessStartInfo(Promtool.Name, ["check", "rules", "--lint=all", "--lint-fatal", .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        Assert.True(judged.ExitCode == 0, judged.Output + judged.Error);
    }

    /// <summary>kustomize sorts keys.</summary>
    static string Normal(string json) => Sorted(JsonNode.Parse(json))!.ToJsonString();

    static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
