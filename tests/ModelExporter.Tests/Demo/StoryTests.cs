using ModelExporter.Demo;
using ModelExporter.Engine.Metrics;

namespace ModelExporter.Tests.Demo;

public sealed class StoryTests
{
    static readonly string[] FaultCounters =
        ["model_feature_missing_total", "model_feature_unseen_total", "model_feature_invalid_total", "model_feature_absent_total", "model_unexpected_features_total"];

    /// <summary>What each chapter moves at its end: features that drift, models that perform below their threshold, features with faults.</summary>
    static readonly (string[] Drifted, string[] Broken, string[] Faulty)[] Expected =
    [
        ([], [], []),
        (["delivery_time distance_km", "delivery_time vehicle"], [], []),
        ([], ["churn 1"], []),
        (["ticket_routing product"], ["churn 1", "ticket_routing 5"], ["ticket_routing product"]),
        ([], [], []),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20250602)]
    public async Task Chapter_Each_MovesTheMetricsThatItShouldAndOnlyThose(ulong seed)
    {
        var sights = await ReplayedStory.RunAsync(seed);
        var faultsBefore = new Dictionary<string, double>();
        foreach (var sight in sights)
        {
            var (drifted, broken, faulty) = Expected[sight.Chapter];
            var before = Expected[Math.Max(0, sight.Chapter - 1)];
            var faults = Faults(sight.Series);
            string[] fresh = [.. faults.Where(f => f.Value > faultsBefore.GetValueOrDefault(f.Key)).Select(f => f.Key)];
            faultsBefore = faults;
            if (sight.IsEnd)
            {
                Assert.Equal(drifted, Drifted(sight.Series));
                Assert.Equal(broken, Broken(sight.Series));
            }
            // What a chapter began shows within it, and what the one before left goes within a window, or a late label's way.
            Assert.Empty(Drifted(sight.Series).Except(drifted).Except(sight.Hour <= 6 ? before.Drifted : []));
            Assert.Empty(Broken(sight.Series).Except(broken).Except(before.Broken));
            Assert.Equal(faulty, fresh);
            // Only the model whose chapter it is answers differently.
            Assert.Empty(DriftedOutputs(sight.Series).Except([.. drifted.Concat(sight.Hour <= 12 ? before.Drifted : []).Select(d => d.Split(' ')[0])]));
            Assert.All(sight.Series.Of("model_predictions_late_total").Concat(sight.Series.Of("model_labels_late_total")), s => Assert.Equal(0, s.Value));
        }
        AssertFigures([.. sights.Where(s => s.IsEnd).Select(s => s.Series)]);
    }

    [Fact]
    public void Watch_Any_IsAMetricOfTheCatalogueWithItsLabels() => Assert.All(Story.Chapters.SelectMany(c => c.Watches), watch =>
    {
        var family = MetricCatalogue.All.Single(f => f.Name == watch.Metric);
        Assert.Empty(watch.Labels.Select(l => l.Name).Except(family.Labels));
        Assert.Equal("model", watch.Labels[0].Name);
    });

    [Fact]
    public void World_AtAnyTime_IsThatOfItsChapter()
    {
        Assert.Equal(Story.Chapters[0].World, Story.WorldAt(Story.Start));
        Assert.Equal(Story.Chapters[1].World, Story.WorldAt(Story.Start.AddHours(Story.Chapters[0].Hours)));
        Assert.Equal(Story.Chapters[^1].World, Story.WorldAt(Story.End.AddDays(100)));
    }

    static void AssertFigures(SeriesTable[] ends)
    {
        var (healthy, shifted, changed, broken, recovered) = (ends[0], ends[1], ends[2], ends[3], ends[4]);
        double error = healthy["model_mean_absolute_error", "delivery_time"]!.Value;
        Assert.Equal(error, shifted["model_mean_absolute_error", "delivery_time"]!.Value, 0.1 * error);

        Assert.InRange(healthy["model_accuracy_ratio", "churn"]!.Value, 0.85, 0.91);
        Assert.InRange(changed["model_accuracy_ratio", "churn"]!.Value, 0.55, 0.66);
        Assert.InRange(recovered["model_accuracy_ratio", "churn", "2"]!.Value, 0.85, 0.91);

        Assert.True(broken["model_feature_missing_total", "ticket_routing", "product"] > 300);
        Assert.True(broken["model_feature_unseen_total", "ticket_routing", "product"] > 1000);
        Assert.Equal(broken["model_feature_unseen_total", "ticket_routing", "product"], recovered["model_feature_unseen_total", "ticket_routing", "product"]);

        Assert.Equal(0, recovered["model_window_predictions", "churn", "1"]);
        Assert.InRange(recovered["model_feature_drift_score", "churn", "2", "usage_hours"]!.Value, 0, 0.99);
        Assert.NotNull(recovered["model_baseline_accuracy_ratio", "churn", "2"]);
    }

    static string[] Drifted(SeriesTable series) =>
        [.. Scores(series).Where(s => !IsOutput(s.Feature) && s.Score >= 1).Select(s => $"{s.Model} {s.Feature}").Order()];

    static IEnumerable<string> DriftedOutputs(SeriesTable series) => Scores(series).Where(s => IsOutput(s.Feature) && s.Score >= 1).Select(s => s.Model);

    static IEnumerable<(string Model, string Feature, double Score)> Scores(SeriesTable series) =>
        series.Of("model_feature_drift_score").Select(s => (s.Labels["model"], s.Labels["feature"], s.Value));

    static bool IsOutput(string feature) => feature == "label" || feature.StartsWith("prediction.", StringComparison.Ordinal);

    /// <summary>Versions whose accuracy lies below its threshold, or whose error above.</summary>
    static string[] Broken(SeriesTable series) =>
    [
        .. Below(series.Of("model_accuracy_ratio"), series.Of("model_accuracy_threshold_ratio"))
            .Concat(Below(series.Of("model_mean_absolute_error_threshold"), series.Of("model_mean_absolute_error")))
            .Order(),
    ];

    static IEnumerable<string> Below(IEnumerable<(Dictionary<string, string> Labels, double Value)> low, IEnumerable<(Dictionary<string, string> Labels, double Value)> high)
    {
        var bounds = high.ToDictionary(s => Version(s.Labels), s => s.Value);
        return low.Where(s => bounds.TryGetValue(Version(s.Labels), out double bound) && s.Value < bound).Select(s => Version(s.Labels));
    }

    static string Version(Dictionary<string, string> labels) => $"{labels["model"]} {labels["model_version"]}";

    static Dictionary<string, double> Faults(SeriesTable series) => FaultCounters
        .SelectMany(series.Of)
        .GroupBy(s => $"{s.Labels["model"]} {s.Labels.GetValueOrDefault("feature", "?")}")
        .ToDictionary(g => g.Key, g => g.Sum(s => s.Value));
}
