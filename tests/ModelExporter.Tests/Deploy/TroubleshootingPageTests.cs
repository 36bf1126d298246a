using System.Text.RegularExpressions;
using ModelExporter.Configuration;

namespace ModelExporter.Tests.Deploy;

/// <summary>The page of symptoms names metrics, keys and log lines that there are.</summary>
public sealed class TroubleshootingPageTests
{
    static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "troubleshooting.md"));

    [Fact]
    public void Metrics_OfThePage_AreInTheReference()
    {
        string reference = File.ReadAllText(Repository.PathOf("docs", "metrics.md"));
        string[] names = [.. Regex.Matches(Page, "`(model(exporter)?_[a-z0-9_]+)`").Select(m => m.Groups[1].Value)];

        Assert.InRange(names.Length, 20, 100);
        Assert.All(names, name => Assert.Contains($"| `{name}` |", reference, StringComparison.Ordinal));
    }

    [Fact]
    public void LogLines_OfThePage_AreInTheSource()
    {
        string source = string.Concat(Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] lines = [.. Regex.Matches(Page, "\"([^\"]+)\"").Select(m => m.Groups[1].Value)];

        Assert.InRange(lines.Length, 8, 50);
        Assert.All(lines, line => Assert.Contains(line, source, StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_OfThePage_AreInTheTable()
    {
        string[] keys = [.. Regex.Matches(Page, "`([a-z_]+\\.[a-z_]+)`").Select(m => m.Groups[1].Value).Where(k => k != "checkpoint.refused")];

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(ConfigKeys.All, k => k.Path == key || k.Path == $"models[].{key}"));
    }
}
