using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Rules;

/// <summary>What an expression speaks of: metrics, labels, functions and ranges. Its grammar is promtool's to judge.</summary>
sealed partial class PromQlWords
{
    static readonly HashSet<string> Keywords =
        ["and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "offset", "bool"];

    public PromQlWords(string expression)
    {
        string previous = "";
        bool inLabels = false;
        int depth = 0;
        foreach (Match token in Token().Matches(expression))
        {
            string text = token.Value;
            if (token.Groups["comment"].Success || token.Groups["space"].Success) continue;
            if (token.Groups["range"].Success) Ranges.Add(text);
            else if (text == "{") inLabels = true;
            else if (text == "}") inLabels = false;
            else if (text == "(")
            {
                // by (…), without (…), on (…) and so on list labels.
                if (depth > 0) depth++;
                else if (previous is "by" or "without" or "on" or "ignoring" or "group_left" or "group_right") depth = 1;
            }
            else if (text == ")")
            {
                if (depth > 0) depth--;
            }
            else if (token.Groups["name"].Success)
            {
                if (inLabels || depth > 0) Labels.Add(text);
                else if (!Keywords.Contains(text)) (IsCalled(expression, token) ? Functions : Metrics).Add(text);
            }
            else if (!token.Groups["other"].Success && !token.Groups["string"].Success) throw new FormatException($"\"{text}\" in {expression}");
            previous = text;
        }
    }

    public List<string> Metrics { get; } = [];

    public List<string> Labels { get; } = [];

    public List<string> Functions { get; } = [];

    /// <summary>Ranges and subqueries, in brackets.</summary>
    public List<string> Ranges { get; } = [];

    static bool IsCalled(string expression, Match name) => Call().IsMatch(expression, name.Index + name.Length);

    [GeneratedRegex("""(?<comment>#[^\n]*)|(?<space>\s+)|(?<range>\[[^\]]*\])|(?<string>"(\\.|[^"\\])*")|(?<other>\d+(\.\d+)?(e-?\d+)?[smhdwy]?|[{}()+\-*/^%,]|[=!<>~]+)|(?<name>[a-zA-Z_:][\w:]*)|.""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\G\s*(\(|(by|without)\s*\()")]
    private static partial Regex Call();
}
