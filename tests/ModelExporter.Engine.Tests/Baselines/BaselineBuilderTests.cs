using System.Globalization;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Tests.DataSets;

namespace ModelExporter.Engine.Tests.Baselines;

public class BaselineBuilderTests
{
    [DataSetTheory]
    [InlineData("elec2")]
    [InlineData("hotel_booking")]
    [InlineData("bike_sharing")]
    public void Build_ReferenceRows_IsWhatAModelLearnsFromThem(string name)
    {
        var data = new DataSet(name);
        var learnt = data.Baseline();
        var built = BuiltBaseline.Of(data.Config, data.Lines("reference.jsonl.gz"));
        Assert.Equal((learnt.Rows, learnt.Labels), (built.Rows, built.Labels));
        Assert.Equal(learnt.Performance.Keys, built.Performance.Keys);
        // A window adds its sums in another order.
        Assert.All(learnt.Performance, p => Assert.Equal(p.Value, built.Performance[p.Key], 1e-9));
        Assert.Equal(learnt.Features.Select(f => f.Name).Order(), built.Features.Select(f => f.Name).Order());
        foreach (var feature in learnt.Features)
        {
            var same = built.Feature(feature.Name)!;
            Assert.Equal((feature.Type, feature.Missing, feature.Mean, feature.StandardDeviation), (same.Type, same.Missing, same.Mean, same.StandardDeviation));
            Assert.Equal(feature.Edges, same.Edges);
            Assert.Equal(feature.Counts, same.Counts);
            Assert.Equal(feature.Categories, same.Categories);
        }
    }

    [Fact]
    public void Build_LabelsBeforeAfterAndInTheirRows_AreAllJoined()
    {
        string[] records =
        [
            """{"id":"a","ts":"2020-01-01","label":"yes"}""",
            """{"id":"a","ts":"2026-01-01","features":{"age":1},"prediction":"yes"}""",
            """{"id":"b","ts":"2020-01-01","features":{"age":2},"prediction":"no"}""",
            """{"id":"b","ts":"2026-01-01","label":"yes"}""",
            """{"id":"c","features":{"age":3},"prediction":"no","label":"no"}""",
            """{"features":{"age":4},"prediction":"no","label":"no"}""",
        ];
        var baseline = BuiltBaseline.Of(BuiltBaseline.Binary, records);
        Assert.Equal((4, 4), (baseline.Rows, baseline.Labels));
        Assert.Equal((0.75, 1.0, 0.5), (baseline.Performance["accuracy"], baseline.Performance["precision"], baseline.Performance["recall"]));
        Assert.Equal(["yes", "no"], baseline.Feature("label")!.Categories.OrderDescending());
        Assert.Equal([3, 1], baseline.Feature("prediction.label")!.CategoryCounts);
    }

    [Fact]
    public void Build_AccuracyOf3In4_HasItsWilsonInterval()
    {
        // statsmodels.stats.proportion.proportion_confint(3, 4, method="wilson")
        var bounds = BuiltBaseline.Of(BuiltBaseline.Binary, Enumerable.Range(0, 4).Select(i => $$"""{"features":{"age":{{i}}},"prediction":"yes","label":"{{(i == 0 ? "no" : "yes")}}"}""")).PerformanceBounds["accuracy"];
        Assert.Equal(0.300641842582402, bounds.Lower, 1e-9);
        Assert.Equal(0.954412739652180, bounds.Upper, 1e-9);
    }

    [Fact]
    public void Build_LabelComesAgain_TheLastWins()
    {
        string[] records = ["""{"id":"a","features":{"age":1},"prediction":"yes"}""", """{"id":"a","label":"yes"}""", """{"id":"a","label":"yes"}""", """{"id":"a","label":"no"}"""];
        var baseline = BuiltBaseline.Of(BuiltBaseline.Binary, records);
        Assert.Equal((1, 0.0), (baseline.Labels, baseline.Performance["accuracy"]));
        Assert.Equal(["no"], baseline.Feature("label")!.Categories);
    }

    [Fact]
    public void Build_TrainingDataWithoutPredictions_IsOfFeaturesAndLabels()
    {
        var baseline = BuiltBaseline.Of(BuiltBaseline.Binary, Enumerable.Range(0, 90).Select(i => $$"""{"features":{"age":{{i}}},"label":"{{(i % 3 == 0 ? "yes" : "no")}}"}"""));
        Assert.Equal((90, 0), (baseline.Rows, baseline.Labels));
        Assert.Empty(baseline.Performance);
        Assert.Equal(["age", "label"], baseline.Features.Select(f => f.Name));
        Assert.Equal(["no", "yes"], baseline.Feature("label")!.Categories);
        Assert.Equal([60, 30], baseline.Feature("label")!.CategoryCounts);
    }

    [Fact]
    public void Build_TrainingDataOfARegression_HasTheValuesOfItsLabels()
    {
        var config = new ModelConfig { Name = "price", Task = TaskKind.Regression };
        var baseline = BuiltBaseline.Of(config, Enumerable.Range(0, 11).Select(i => $$"""{"features":{"age":{{i}}},"label":{{i}}}"""));
        Assert.Equal((5, 11), (baseline.Feature("label")!.Mean, baseline.Feature("label")!.Total));
    }

    [Fact]
    public void Monitor_BaselineOfTrainingData_LearnsThePerformanceAndKeepsTheLabels()
    {
        var baseline = BuiltBaseline.Of(BuiltBaseline.Binary, Enumerable.Range(0, 90).Select(i => $$"""{"features":{"age":{{i}}},"label":"{{(i % 3 == 0 ? "yes" : "no")}}"}"""));
        var engine = new EngineHarness(BuiltBaseline.Binary with { Baseline = new BaselineConfig(First: 50) }, baseline);
        for (int i = 0; i < 60; i++) engine.Apply($$"""{"id":"{{i}}","features":{"age":{{i}}},"prediction":"yes","label":"yes"}""", DataSet.Now);

        var adopted = Assert.Single(engine.Monitor.Versions).Baseline!;
        Assert.Equal((90, 50), (adopted.Rows, adopted.Labels));
        Assert.Equal([60, 30], Assert.Single(adopted.Features, f => f.Name == "label").CategoryCounts);
        Assert.NotEmpty(engine.Snapshot(DataSet.Now).Samples);
    }

    [Fact]
    public void Build_ManyVersions_MakesOneBaseline()
    {
        var baseline = BuiltBaseline.Of(BuiltBaseline.Binary, Enumerable.Range(0, 100).Select(i => $$"""{"version":"{{i % 7}}","features":{"age":{{i}}},"prediction":"yes"}"""));
        Assert.Equal((100, 100), (baseline.Rows, baseline.Feature("age")!.Total));
    }

    [Fact]
    public void Add_WhatCannotBePartOfIt_IsCounted()
    {
        string[] records =
        [
            """{"id":"a","features":{"age":1,"age":2},"prediction":"yes"}""",
            """{"id":"a","features":{"age":1},"prediction":"yes"}""",
            """{"id":"z","label":"yes"}""",
            """{"id":"b","features":{"age":1},"prediction":"yes"}""",
            """{"id":"c","features":{"age":1},"prediction":"yes"}""",
        ];
        var builder = new BuiltBaseline(BuiltBaseline.Binary, maxRows: 2).Add(records).Builder;
        Assert.Equal((2, 1, 1, 1, 1), (builder.Rows, builder.RowsLeft, builder.Duplicates, builder.ValuesLeft, builder.LabelsAlone));
        var regression = new BuiltBaseline(new ModelConfig { Name = "price", Task = TaskKind.Regression }).Add(["""{"features":{"age":1},"label":"much"}"""]).Builder;
        Assert.Equal((1, 1), (regression.Rows, regression.LabelsInvalid));
    }

    [Fact]
    public void Build_SameRows_GivesTheSameBytes()
    {
        IEnumerable<string> Rows() => Enumerable.Range(0, 500).Select(i => string.Create(
            CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","features":{"age":{{i * 7 % 97 * 0.1}},"plan":"{{i % 5}}x"},"prediction":{"score":{{i % 10 / 10.0}}},"label":"{{(i % 4 == 0 ? "yes" : "no")}}"}"""));
        Assert.Equal(BaselineJson.Write(BuiltBaseline.Of(BuiltBaseline.Binary, Rows())), BaselineJson.Write(BuiltBaseline.Of(BuiltBaseline.Binary, Rows())));
    }
}
