using System.Globalization;
using System.Text;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;

namespace ModelExporter.Commands;

/// <summary>A baseline for people: what it was made of, its features and how well the model performed.</summary>
static class BaselineText
{
    const int ShownCategories = 3;
    const int ShownNameLength = 24;

    public static string Of(BaselineProfile baseline)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"model {baseline.Model}, {baseline.Rows} rows, {baseline.Labels} labels with a prediction, {baseline.Hash}\n\n");
        text.Append(Features(baseline));
        if (baseline.Performance.Count > 0) text.Append('\n').Append(Performance(baseline));
        return text.ToString();
    }

    static TextTable Features(BaselineProfile baseline)
    {
        var table = new TextTable("feature", "type", "values", "missing", "mean", "sd", "bins", "most frequent");
        foreach (var feature in baseline.Features)
        {
            bool numeric = feature.Type == FeatureType.Numeric;
            table.Add(
                feature.Name, numeric ? "numeric" : "categorical", TextTable.Cell(feature.Total), TextTable.Cell(feature.Missing),
                TextTable.Cell(feature.Mean), TextTable.Cell(feature.StandardDeviation),
                TextTable.Cell(numeric ? feature.Cells : feature.Categories.Length), numeric ? "" : MostFrequent(feature));
        }
        return table;
    }

    static TextTable Performance(BaselineProfile baseline)
    {
        var table = new TextTable("performance", "value", "lower", "upper");
        foreach (var (key, value) in baseline.Performance.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var bounds = baseline.PerformanceBounds.GetValueOrDefault(key, new PerformanceBounds(double.NaN, double.NaN));
            table.Add(key, TextTable.Cell(value), TextTable.Cell(bounds.Lower), TextTable.Cell(bounds.Upper));
        }
        return table;
    }

    static string MostFrequent(FeatureBaseline feature) => string.Join(", ", feature.Categories.Zip(feature.CategoryCounts).Take(ShownCategories).Select(c =>
        string.Create(CultureInfo.InvariantCulture, $"{Short(c.First)} {100.0 * c.Second / feature.Total:0.#}%")));

    static string Short(string name) => name.Length <= ShownNameLength ? name : name[..ShownNameLength] + "…";
}
