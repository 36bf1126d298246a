using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Dashboards;

/// <summary>Puts values in the place of Grafana's variables.</summary>
static partial class QueryText
{
    /// <summary>Values with which any query can be parsed.</summary>
    public static readonly IReadOnlyDictionary<string, string> ForParsing = new Dictionary<string, string>
    {
        ["__rate_interval"] = "5m",
        ["__interval"] = "1m",
        ["__range"] = "1h",
        ["namespace"] = ".*",
        ["job"] = ".+",
        ["instance"] = ".+",
        ["model"] = "churn",
        ["model_version"] = ".+",
        ["window"] = "1h",
        ["feature"] = "age",
        ["figure"] = "accuracy",
    };

    /// <summary>The variables that stand in a text.</summary>
    public static IEnumerable<string> Variables(string text) => Variable().Matches(text).Select(m => m.Groups[1].Value);

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Variable().Replace(text, m => values[m.Groups[1].Value]);

    // $1 is label_replace's.
    [GeneratedRegex(@"\$\{?([a-z_]\w*)(?::\w+)?\}?")]
    private static partial Regex Variable();
}
