using System.Text.RegularExpressions;
using ModelExporter.Engine.Metrics;
using ModelExporter.Telemetry;

namespace ModelExporter.Tests.Rules;

/// <summary>The labels of an expression's result: of its first operand, as every rule here is written, less what is taken away from that.</summary>
static partial class RuleLabels
{
    static readonly string[] OfAScrape = ["job", "instance", "pod", "container", "endpoint"];

    public static HashSet<string> Of(string expression)
    {
        string first = Comment().Replace(expression, "");
        // What stands before the first metric: aggregations around it, or time() - and other scalars.
        var words = new PromQlWords(first);
        string metric = words.Metrics[0];
        string before = first[..Regex.Match(first, $@"(?<![\w:]){Regex.Escape(metric)}(?![\w:])").Index];
        var labels = LabelsOf(metric);
        labels.ExceptWith(Without().Matches(before).SelectMany(m => m.Groups[1].Value.Split(", ")));
        return labels;
    }

    static HashSet<string> LabelsOf(string metric)
    {
        if (RuleFiles.Recordings.FirstOrDefault(r => r.Name == metric) is { } recording) return [.. Of(recording.Expression), .. recording.Labels.Keys];
        string family = Suffix().Replace(metric, "");
        var own = MetricCatalogue.All.FirstOrDefault(f => f.Name == metric || (f.Type == MetricType.Histogram && f.Name == family))?.Labels
            ?? ExporterMetrics.Row(metric)?.Labels
            ?? [];
        return [.. OfAScrape, .. own];
    }

    [GeneratedRegex("#[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"without \(([^)]*)\)")]
    private static partial Regex Without();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();
}
