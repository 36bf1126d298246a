using System.Globalization;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>The series of one scrape: values by name and labels as they stand in the text.</summary>
sealed class Scrape
{
    readonly Dictionary<string, double> _values = [];

    public IReadOnlyDictionary<string, double> Values => _values;

    /// <summary>The value of a series; null if there is none.</summary>
    public double? this[string series] => _values.TryGetValue(series, out double value) ? value : null;

    public static Scrape Parse(string text)
    {
        var scrape = new Scrape();
        foreach (string line in text.Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            // The value is behind the last brace, or behind the name where there are no labels.
            int end = line.LastIndexOf('}') + 1;
            if (end == 0) end = line.IndexOf(' ', StringComparison.Ordinal);
            Assert.True(scrape._values.TryAdd(line[..end], ValueOf(line[end..].Trim())), $"twice: {line}");
        }
        return scrape;
    }

    /// <summary>The sum over the series of a metric, with these words in their labels.</summary>
    public double Sum(string metric, string labels = "") => _values.Where(v => IsOf(v.Key, metric) && v.Key.Contains(labels, StringComparison.Ordinal)).Sum(v => v.Value);

    public int Count(string metric) => _values.Keys.Count(k => IsOf(k, metric));

    static bool IsOf(string series, string metric) => series == metric || series.StartsWith(metric + "{", StringComparison.Ordinal);

    static double ValueOf(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture),
    };
}
