using System.Globalization;
using System.Text;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Drift;

namespace ModelExporter.Commands;

/// <summary>What two baselines differ in, for people: A is the one that is compared with.</summary>
static class BaselineDiffText
{
    public static string Of(BaselineProfile a, BaselineProfile b)
    {
        var text = new StringBuilder();
        text.Append(Head("A", a)).Append(Head("B", b));
        Append(text, "features only in A", a.Features.Where(f => b.Feature(f.Name) is null).Select(f => f.Name));
        Append(text, "features only in B", b.Features.Where(f => a.Feature(f.Name) is null).Select(f => f.Name));
        var both = a.Features.Select(f => (A: f, B: b.Feature(f.Name))).Where(f => f.B is not null).Select(f => (f.A, B: f.B!)).ToList();
        Append(text, "features of another type", both.Where(f => f.A.Type != f.B.Type).Select(f => $"{f.A.Name} ({Name(f.A.Type)} in A, {Name(f.B.Type)} in B)"));
        Append(text, "classes only in A", a.Classes.Except(b.Classes));
        Append(text, "classes only in B", b.Classes.Except(a.Classes));
        text.Append('\n').Append(Drift(both.Where(f => f.A.Type == f.B.Type)));
        if (a.Performance.Count + b.Performance.Count > 0) text.Append('\n').Append(Performance(a, b));
        return text.ToString();
    }

    static string Head(string side, BaselineProfile baseline) => string.Create(
        CultureInfo.InvariantCulture, $"{side}: model {baseline.Model}, {baseline.Rows} rows, {baseline.Labels} labels with a prediction, {baseline.Hash}\n");

    static void Append(StringBuilder text, string what, IEnumerable<string> names)
    {
        string all = string.Join(", ", names);
        if (all.Length > 0) text.Append(what).Append(": ").Append(all).Append('\n');
    }

    /// <summary>The drift score is that of the first statistic, as a model's is unless told.</summary>
    static TextTable Drift(IEnumerable<(FeatureBaseline A, FeatureBaseline B)> features)
    {
        var table = new TextTable(["feature", "values A", "values B", "missing A", "missing B", "drift score", .. DriftStatistics.All.Select(s => s.Key)]);
        foreach (var (a, b) in features)
        {
            var comparison = new FeatureComparison(a, b);
            table.Add(
            [
                a.Name, TextTable.Cell(a.Total), TextTable.Cell(b.Total), TextTable.Cell(a.Missing), TextTable.Cell(b.Missing),
                TextTable.Cell(comparison.Score(DriftStatistics.All[0])), .. DriftStatistics.All.Select(s => TextTable.Cell(comparison.Of(s))),
            ]);
        }
        return table;
    }

    static TextTable Performance(BaselineProfile a, BaselineProfile b)
    {
        var table = new TextTable("performance", "A", "B", "B - A");
        foreach (string key in a.Performance.Keys.Union(b.Performance.Keys).Order(StringComparer.Ordinal))
        {
            double before = a.Performance.GetValueOrDefault(key, double.NaN);
            double after = b.Performance.GetValueOrDefault(key, double.NaN);
            table.Add(key, TextTable.Cell(before), TextTable.Cell(after), TextTable.Cell(after - before));
        }
        return table;
    }

    static string Name(FeatureType type) => type == FeatureType.Numeric ? "numeric" : "categorical";
}
