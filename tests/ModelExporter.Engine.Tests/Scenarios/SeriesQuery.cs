using System.Text.RegularExpressions;
using ModelExporter.Engine.Metrics;

namespace ModelExporter.Engine.Tests.Scenarios;

/// <summary>Finds a series of a snapshot by its name and some of its labels.</summary>
static partial class SeriesQuery
{
    /// <summary>The value of the one series that has these labels; null = there is none.</summary>
    public static double? Read(this Snapshot snapshot, string series)
    {
        var match = Series().Match(series);
        if (!match.Success) throw new FormatException($"no series: \"{series}\"");
        string name = match.Groups["name"].Value;
        var labels = Label().Matches(match.Groups["labels"].Value).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToList();
        var (family, part) = FamilyOf(name);
        if (!snapshot.Samples.TryGetValue(family, out var samples)) return null;
        var found = samples.Where(s => labels.All(l => ValueOf(family, s, l.Item1) == l.Item2)).ToList();
        if (found.Count > 1) throw new FormatException($"{series} is {found.Count} series: name more labels");
        return found.Count == 0 ? null : part switch
        {
            "_count" => found[0].Histogram!.Counts.Sum(),
            "_sum" => found[0].Histogram!.Sums.Sum(),
            _ => found[0].Value,
        };
    }

    static (MetricFamily Family, string Part) FamilyOf(string name)
    {
        foreach (string part in new[] { "", "_count", "_sum" })
            if (MetricCatalogue.All.FirstOrDefault(f => f.Name + part == name) is { } family && part.Length > 0 == (family.Type == MetricType.Histogram))
                return (family, part);
        throw new FormatException($"the catalogue has no \"{name}\"");
    }

    static string ValueOf(MetricFamily family, Sample sample, string label)
    {
        int at = family.Labels.ToList().IndexOf(label);
        return at >= 0 ? sample.LabelValues[at] : throw new FormatException($"{family.Name} has no label \"{label}\"");
    }

    [GeneratedRegex("^(?<name>[a-z0-9_]+)(\\{(?<labels>.*)\\})?$")]
    private static partial Regex Series();

    [GeneratedRegex("([a-z_]+)=\"([^\"]*)\"")]
    private static partial Regex Label();
}
