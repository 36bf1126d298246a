using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelExporter.Tests.Configuration;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The table of the chart's values, made of <c>values.yaml</c> and the comments in it that begin with two dashes.</summary>
static partial class ChartValues
{
    const string Begin = "<!-- values: written by a test from values.yaml -->\n";

    const string End = "<!-- end of values -->\n";

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The page with a fresh table in it.</summary>
    public static string Into(string page)
    {
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = page.IndexOf(End, StringComparison.Ordinal);
        return page[..from] + "\n| Value | Default | What it does |\n| --- | --- | --- |\n" + string.Concat(Rows()) + "\n" + page[to..];
    }

    static IEnumerable<string> Rows()
    {
        string yaml = File.ReadAllText(Path.Combine(Chart.Folder, "values.yaml"));
        var values = JsonNode.Parse(YamlJson.Of(yaml))!;
        var parents = new List<string>();
        string? described = null;
        foreach (string line in yaml.Split('\n'))
        {
            if (Description().Match(line) is { Success: true } comment) described = comment.Groups[1].Value;
            if (Key().Match(line) is not { Success: true } key) continue;
            // Two blanks a level; what is below a described key is part of its default.
            int level = key.Groups[1].Length / 2;
            if (level > parents.Count) continue;
            parents.RemoveRange(level, parents.Count - level);
            string[] path = [.. parents, key.Groups[2].Value];
            if (described is null)
            {
                parents.Add(key.Groups[2].Value);
                continue;
            }
            string value = path.Aggregate(values, (node, name) => node[name]!).ToJsonString(Plain);
            yield return $"| `{string.Join('.', path)}` | `{value}` | {described} |\n";
            described = null;
        }
    }

    [GeneratedRegex("^ *# -- (.+)$")]
    private static partial Regex Description();

    [GeneratedRegex("^( *)([A-Za-z]+):")]
    private static partial Regex Key();
}
