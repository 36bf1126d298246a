using System.Text.RegularExpressions;
using ModelExporter.Engine.Metrics;
using ModelExporter.Telemetry;

namespace ModelExporter.Tests.Rules;

/// <summary>Rules speak of metrics and labels that exist.</summary>
public partial class RuleCatalogueTests
{
    /// <summary>Labels that the scrape adds, and those that Prometheus and the rules themselves do.</summary>
    static readonly string[] OtherLabels = ["instance", "job", "pod", "container", "endpoint", "le", "alertname", "alertstate", "severity", "category", "fault"];

    static readonly Dictionary<string, IReadOnlyList<string>> Series = All();

    static readonly HashSet<string> Recorded = [.. RuleFiles.Recordings.Select(r => r.Name)];

    [Fact]
    public void Metrics_OfEveryRule_AreOfTheCatalogueOrRecorded() => Assert.All(RuleFiles.All, rule =>
        Assert.All(new PromQlWords(rule.Expression).Metrics, metric => Assert.True(Series.ContainsKey(metric) || Recorded.Contains(metric), $"{rule}: no metric {metric}")));

    [Fact]
    public void Labels_OfEveryRule_AreOfItsMetrics() => Assert.All(RuleFiles.All, rule =>
    {
        var known = OtherLabels.Concat(MetricsBehind(rule).SelectMany(m => Series[m])).ToHashSet();
        // A value of label_replace is a label too, and class is the one that it makes.
        known.UnionWith(rule.Expression.Contains("label_replace(", StringComparison.Ordinal) || rule.Expression.Contains("model_class:", StringComparison.Ordinal) ? ["class"] : []);
        Assert.All(new PromQlWords(rule.Expression).Labels, label => Assert.True(known.Contains(label), $"{rule}: no label {label}"));
    });

    [Fact]
    public void Queries_OfTheRunbooks_SpeakOfMetricsThatExist()
    {
        var queries = Directory.GetFiles(Repository.PathOf("docs", "runbooks"))
            .SelectMany(f => Query().Matches(File.ReadAllText(f)).Select(m => (Page: Path.GetFileName(f), Text: m.Groups[1].Value))).ToList();
        Assert.InRange(queries.Count, RuleFiles.Alerts.Count(), int.MaxValue);
        Assert.All(queries, q => Assert.All(new PromQlWords(q.Text).Metrics, m => Assert.True(Series.ContainsKey(m) || Recorded.Contains(m), $"{q.Page}: no metric {m}")));
    }

    [Fact]
    public void Recordings_AreAllDocumented() => Assert.All(RuleFiles.Recordings, rule =>
        Assert.Contains($"`{rule.Name}`", File.ReadAllText(Repository.PathOf("docs", "alerting.md")), StringComparison.Ordinal));

    /// <summary>The metrics that a rule reads, those of the recordings that it reads too.</summary>
    static IEnumerable<string> MetricsBehind(Rule rule) => new PromQlWords(rule.Expression).Metrics.SelectMany(
        m => Recorded.Contains(m) ? RuleFiles.Recordings.Where(r => r.Name == m).SelectMany(MetricsBehind) : [m]).Distinct();

    static Dictionary<string, IReadOnlyList<string>> All()
    {
        var series = new Dictionary<string, IReadOnlyList<string>> { ["up"] = [], ["ALERTS"] = [] };
        foreach (var family in MetricCatalogue.All.Where(f => f.Type != MetricType.Histogram)) series[family.Name] = family.Labels;
        foreach (var family in MetricCatalogue.All.Where(f => f.Type == MetricType.Histogram))
            foreach (string part in new[] { "_bucket", "_sum", "_count" }) series[family.Name + part] = family.Labels;
        foreach (var metric in ExporterMetrics.All) series[metric.Name] = metric.Labels;
        return series;
    }

    [GeneratedRegex("```promql\\n(.*?)\\n```", RegexOptions.Singleline)]
    private static partial Regex Query();
}
