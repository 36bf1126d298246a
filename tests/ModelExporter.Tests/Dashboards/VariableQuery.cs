using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Dashboards;

/// <summary>The query of a variable, which is PromQL in a function of Grafana's.</summary>
static partial class VariableQuery
{
    /// <summary>The PromQL in it. Fails for what is neither <c>label_values(series, label)</c> nor <c>query_result(query)</c>.</summary>
    public static string Expression(string query)
    {
        if (LabelValues().Match(query) is { Success: true } values)
        {
            Assert.Contains(values.Groups[2].Value, KnownMetrics.AllLabels.Append("__name__"));
            return values.Groups[1].Value;
        }
        var result = QueryResult().Match(query);
        Assert.True(result.Success, query);
        return result.Groups[1].Value;
    }

    /// <summary>A text as YAML takes it in one line.</summary>
    public static string Quoted(this string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"^label_values\((.+), (\w+)\)$")]
    private static partial Regex LabelValues();

    [GeneratedRegex(@"^query_result\((.+)\)$")]
    private static partial Regex QueryResult();
}
