using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Dashboards;

/// <summary>What a query names, found without a full parser: promtool says whether it is PromQL at all.</summary>
static partial class PromQL
{
    static readonly HashSet<string> Words =
    [
        "sum", "max", "min", "avg", "count", "count_values", "topk", "sort_desc", "by", "on", "and", "or", "unless", "group_left", "group_right", "bool", "offset", "end",
        "rate", "increase", "abs", "clamp", "clamp_max", "clamp_min", "timestamp", "time", "histogram_quantile", "label_replace", "label_join", "max_over_time", "min_over_time", "last_over_time",
    ];

    /// <summary>A selector with the names of its labels.</summary>
    /// <param name="Name">The metric; empty if it is chosen by a pattern.</param>
    /// <param name="Pattern">The pattern of the name; empty if there is a name.</param>
    /// <param name="Labels">The labels it is held against.</param>
    /// <param name="Matchers">Them with their operators and values.</param>
    public sealed record Selector(string Name, string Pattern, IReadOnlyList<string> Labels, string Matchers);

    public static IEnumerable<Selector> Selectors(string query) => Series().Matches(query).Select(m =>
    {
        var matchers = Matcher().Matches(m.Groups[2].Value);
        string pattern = matchers.Where(x => x.Groups[1].Value == "__name__").Select(x => x.Groups[2].Value).FirstOrDefault("");
        return new Selector(m.Groups[1].Value, pattern, [.. matchers.Select(x => x.Groups[1].Value).Where(l => l != "__name__")], m.Groups[2].Value);
    });

    /// <summary>The labels that vectors are grouped or matched by.</summary>
    public static IEnumerable<string> Groupings(string query) =>
        Grouping().Matches(query).SelectMany(m => m.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The labels that the query makes itself.</summary>
    public static IEnumerable<string> MadeLabels(string query) =>
        MadeByReplace().Matches(query).Select(m => m.Groups[1].Value).Concat(MadeByCount().Matches(query).Select(m => m.Groups[1].Value));

    /// <summary>Words that are neither PromQL's nor stand in a selector or grouping: metrics without braces, for one.</summary>
    public static IEnumerable<string> StrangeWords(string query)
    {
        string rest = Grouping().Replace(Text().Replace(Series().Replace(query, " "), " "), " ");
        return Word().Matches(Number().Replace(rest, " ")).Select(m => m.Value).Where(w => !Words.Contains(w));
    }

    /// <summary>The ranges that functions of counters look at, and the metrics that they look at.</summary>
    public static IEnumerable<(string Metric, string Range)> CounterRanges(string query) => Ranged().Matches(query).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    [GeneratedRegex(@"([a-zA-Z_:][\w:]*)?\{((?:[^{}""]|""(?:[^""\\]|\\.)*"")*)\}")]
    private static partial Regex Series();

    [GeneratedRegex(@"(\w+)\s*(?:=~|!~|!=|=)\s*""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\b(?:by|on|group_left|group_right)\s*\(([^()]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@", ""(\w+)"", ""(?:[^""\\]|\\.)*"", ""\w*"", ""(?:[^""\\]|\\.)*""\)")]
    private static partial Regex MadeByReplace();

    [GeneratedRegex(@"count_values\(""(\w+)""")]
    private static partial Regex MadeByCount();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""")]
    private static partial Regex Text();

    [GeneratedRegex(@"\b\d[\w.]*(?:e-?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[a-zA-Z_]\w*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:rate|irate|increase)\(([a-zA-Z_:][\w:]*)\{(?:[^{}""]|""(?:[^""\\]|\\.)*"")*\}\[([^\]]+)\]")]
    private static partial Regex Ranged();
}
