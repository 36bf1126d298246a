using System.Text.Json;
using System.Text.RegularExpressions;
using ModelExporter.Engine.Metrics;
using ModelExporter.Telemetry;

namespace ModelExporter.Tests.Dashboards;

/// <summary>The metrics that a dashboard may ask for, with their labels: the catalogue's, and those of others that are listed with where they come from.</summary>
static class KnownMetrics
{
    /// <summary>What Prometheus adds to each series, and Kubernetes.</summary>
    static readonly string[] OfTargets = ["namespace", "job", "instance"];

    static readonly Dictionary<string, string[]> Labels = Read();

    public static IEnumerable<string> Names => Labels.Keys;

    /// <summary>All labels that any of them has.</summary>
    public static IReadOnlySet<string> AllLabels { get; } = Labels.Values.SelectMany(l => l).Concat(OfTargets).ToHashSet();

    /// <summary>The labels of a metric; null if nobody knows it.</summary>
    public static IEnumerable<string>? LabelsOf(string name) => Labels.TryGetValue(name, out string[]? labels) ? labels.Concat(OfTargets) : null;

    /// <summary>The metrics whose whole name a pattern matches.</summary>
    public static IEnumerable<string> Matching(string pattern) => Names.Where(n => Regex.IsMatch(n, $"^(?:{pattern})$"));

    /// <summary>The metrics of others, as their file lists them.</summary>
    public static JsonElement.ArrayEnumerator Others() =>
        JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("grafana-dashboards", "other-metrics.json"))).RootElement.EnumerateArray();

    static Dictionary<string, string[]> Read()
    {
        var labels = new Dictionary<string, string[]>();
        foreach (var family in MetricCatalogue.All)
        {
            if (family.Type is not MetricType.Histogram) labels.Add(family.Name, [.. family.Labels]);
            else foreach (string part in new[] { "_bucket", "_sum", "_count" }) labels.Add(family.Name + part, part == "_bucket" ? [.. family.Labels, "le"] : [.. family.Labels]);
        }
        foreach (var metric in ExporterMetrics.All) labels.Add(metric.Name, [.. metric.Labels]);
        foreach (var other in Others()) labels.Add(Dashboard.Text(other, "name"), [.. other.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!)]);
        return labels;
    }
}
