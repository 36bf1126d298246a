using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ModelExporter.Tests.Rules;

/// <summary>Every alert has a runbook, a unit test and a line in the documentation, and none of these is left over.</summary>
public partial class RulePairingTests
{
    static readonly string[] Sections = ["## What it means", "## How to look", "## Likely causes", "## What to do", "## How to silence"];

    /// <summary>What a unit test shows, by the name of the series that shows it.</summary>
    static readonly string[] Cases = ["fires", "below", "resolves", "flaps"];

    public static TheoryData<string> Alerts => [.. RuleFiles.Alerts.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Alert_Any_HasARunbookWithEverySection(string name)
    {
        var alert = RuleFiles.Alerts.Single(a => a.Name == name);
        string[] lines = File.ReadAllLines(RuleFiles.RunbookOf(alert));
        Assert.Equal($"# {name}", lines[0]);
        Assert.Equal(Sections, lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.Contains($"alertname={name}", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith(alert.Severity, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Alert_Any_HasAUnitTestOfEveryCase(string name)
    {
        var alert = RuleFiles.Alerts.Single(a => a.Name == name);
        string text = File.ReadAllText(RuleFiles.TestOf(alert));
        string[] samples = alert.Category == "exporter" ? ["few", "short"] : ["few"];
        // The absence of everything has one series only: there the names of the groups say what they show.
        Assert.All(Cases, c => Assert.True(HasCase(text, c), $"{name}: no case \"{c}\""));
        Assert.True(samples.Any(s => HasCase(text, s)) || name == "ModelDisappeared", $"{name}: no case of too few");
        var expected = ((YamlSequenceNode)RuleFiles.Load(RuleFiles.TestOf(alert))["tests"]).Cast<YamlMappingNode>()
            .Where(t => t.Children.ContainsKey("alert_rule_test")).SelectMany(t => (YamlSequenceNode)t["alert_rule_test"]).ToList();
        Assert.NotEmpty(expected);
        Assert.All(expected, e => Assert.Equal(name, ((YamlScalarNode)e["alertname"]).Value));
    }

    [Fact]
    public void Runbooks_AndUnitTests_AreOfAlertsThatThereAre()
    {
        var names = RuleFiles.Alerts.Select(a => a.Name).ToHashSet();
        Assert.Equal(names.Order(), Directory.GetFiles(Repository.PathOf("docs", "runbooks"), "*.md").Select(Path.GetFileNameWithoutExtension).Order());
        Assert.Equal(
            names.Append("recording").Order(),
            Directory.GetFiles(Path.Combine(RuleFiles.Folder, "tests")).Select(f => Path.GetFileName(f).Replace(".test.yml", "", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Documentation_ListsEveryAlertWithItsSeverity()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "alerting.md"));
        Assert.All(RuleFiles.Alerts, a => Assert.Contains($"| [{a.Name}](runbooks/{a.Name}.md) | {a.Severity} |", page, StringComparison.Ordinal));
        Assert.Equal(RuleFiles.Alerts.Count(), Row().Count(page));
    }

    static bool HasCase(string text, string name) => Regex.IsMatch(text, $@"(""(modelexporter-)?{name}""|- name: .*\b{name}\b)");

    [GeneratedRegex(@"^\| \[Model\w+\]\(runbooks/", RegexOptions.Multiline)]
    private static partial Regex Row();
}
