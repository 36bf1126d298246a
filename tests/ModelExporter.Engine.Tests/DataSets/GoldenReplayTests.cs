using System.Globalization;
using System.Text.Json;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Tests.Scenarios;

namespace ModelExporter.Engine.Tests.DataSets;

/// <summary>Each log replayed as a whole; the figures of every version against scikit-learn and SciPy (<c>Golden/make_golden.py</c>).</summary>
public class GoldenReplayTests
{
    [DataSetTheory]
    [InlineData("elec2")]
    [InlineData("hotel_booking")]
    [InlineData("bike_sharing")]
    public void Replay_WholeLog_AgreesWithTheOracle(string name)
    {
        var data = new DataSet(name);
        var snapshot = data.Replay(data.Merged());
        var differences = new List<string>();
        int compared = 0;
        foreach (var version in Golden(name).EnumerateObject())
            foreach (var window in version.Value.EnumerateObject())
                compared += Compare(snapshot, version.Name, window, differences);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(compared >= 26, $"only {compared} figures were compared");
    }

    static int Compare(Snapshot snapshot, string version, JsonProperty window, List<string> differences)
    {
        int compared = 0;
        string labels = $"model_version=\"{version}\",window=\"{window.Name}\"";
        foreach (var figure in window.Value.EnumerateObject().Where(f => f.Name != "features")) Check($"{figure.Name}{{{labels}}}", figure);
        foreach (var feature in window.Value.GetProperty("features").EnumerateObject())
            foreach (var figure in feature.Value.EnumerateObject()) Check($"{figure.Name}{{{labels},feature=\"{feature.Name}\"}}", figure);
        return compared;

        void Check(string series, JsonProperty figure)
        {
            compared++;
            double? expected = figure.Value.ValueKind == JsonValueKind.Null ? null : figure.Value.GetDouble();
            double? actual = snapshot.Read(series);
            bool same = expected is { } e && actual is { } a ? Math.Abs(a - e) <= Tolerance(figure.Name, e) : expected == actual;
            if (!same) differences.Add(string.Create(CultureInfo.InvariantCulture, $"{series}: {actual?.ToString() ?? "absent"} instead of {expected?.ToString() ?? "absent"}"));
        }
    }

    /// <summary>Histograms of scores, errors and features are coarser than their rows; everything else is exact but for the 32 bits of a score.</summary>
    static double Tolerance(string figure, double expected) => figure switch
    {
        "model_roc_auc_ratio" => 0.001,
        "model_average_precision_ratio" => 0.003,
        "model_median_absolute_error" => 0.02 * expected,
        "model_feature_ks_statistic" => 0.005,
        "model_feature_wasserstein_distance" => Math.Max(0.01, 0.03 * expected),
        _ => 1e-6 * Math.Max(1, Math.Abs(expected)),
    };

    static JsonElement Golden(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json")));
        return document.RootElement.Clone();
    }
}
