using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelExporter.Engine.Tests.Scenarios;

/// <summary>Writes the record that the words of a scenario's line describe, as a log would have it.</summary>
static partial class ScenarioRecord
{
    public static string Prediction(IEnumerable<string> words, DateTime time)
    {
        var (record, prediction, features) = (new List<string>(), new List<string>(), new List<string>());
        string ts = Stamp(time);
        foreach (var (key, value) in words.SelectMany(Pairs))
        {
            switch (key)
            {
                case "ts": ts = Stamp(time, value); break;
                case "id" or "version" or "label" or "latency_ms": record.Add(Member(key, value)); break;
                case "class": prediction.Add(Member("label", value)); break;
                case "score" or "value": prediction.Add(Member(key, value)); break;
                case "scores": prediction.Add($"\"scores\":{Scores(value)}"); break;
                default: features.Add(Member(key, value)); break;
            }
        }
        record.Add($"\"ts\":{ts}");
        if (features.Count > 0) record.Add($"\"features\":{{{string.Join(',', features)}}}");
        if (prediction.Count > 0 || features.Count == 0) record.Add($"\"prediction\":{{{string.Join(',', prediction)}}}");
        return $"{{{string.Join(',', record)}}}";
    }

    public static string Label(IEnumerable<string> words, DateTime time)
    {
        var record = new List<string>();
        string ts = Stamp(time);
        foreach (var (key, value) in words.SelectMany(Pairs))
        {
            if (key == "ts") ts = Stamp(time, value);
            else record.Add(Member(key is "class" or "value" ? "label" : key, value));
        }
        return $"{{{string.Join(',', record)},\"ts\":{ts}}}";
    }

    /// <summary>A word may stand for many: <c>f{0..9}=1</c> is ten features.</summary>
    static IEnumerable<(string Key, string Value)> Pairs(string word)
    {
        var (key, value) = ScenarioLine.Pair(word);
        var range = Range().Match(key);
        if (!range.Success) return [(key, value)];
        int first = int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture);
        int last = int.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture);
        return Enumerable.Range(first, last - first + 1).Select(i => (key.Replace(range.Value, i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), value));
    }

    static string Member(string key, string value) => $"{Quoted(key)}:{Json(value)}";

    /// <summary>Numbers, true, false, null and what is quoted stand as they are; the rest is a string.</summary>
    static string Json(string value) =>
        value is "true" or "false" or "null" || value.StartsWith('"') || JsonNumber().IsMatch(value) ? value : Quoted(value);

    /// <summary><c>a:0.2,b:0.8</c> by name, <c>0.2,0.8</c> by position.</summary>
    static string Scores(string value) => value.Contains(':', StringComparison.Ordinal)
        ? $"{{{string.Join(',', value.Split(',').Select(s => s.Split(':')).Select(s => Member(s[0], s[1])))}}}"
        : $"[{value}]";

    /// <summary>A time of its own: <c>-5m</c> from now, or as it is written.</summary>
    static string Stamp(DateTime time, string own) =>
        own[0] is '+' or '-' ? Stamp(time.AddMicroseconds(ScenarioLine.Duration(own))) : Json(own);

    static string Stamp(DateTime time) => Quoted(time.ToString("O", CultureInfo.InvariantCulture));

    static string Quoted(string text) => new StringBuilder().Append('"').Append(JsonEncodedText.Encode(text)).Append('"').ToString();

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$")]
    private static partial Regex JsonNumber();

    [GeneratedRegex(@"\{(\d+)\.\.(\d+)\}")]
    private static partial Regex Range();
}
