using ModelExporter.Engine.Config;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigDefaultsTests
{
    [Fact]
    public void Defaults_ModelSaysNothing_Count()
    {
        var model = ConfigText.Good($"{ConfigText.Minimal}\ndefaults: {{clock: event, windows: [5m], drift: {{min_samples: 7}}}}").Models[0];

        Assert.Equal((ClockKind.Event, "5m", 7), (model.Clock, model.Windows[0].Name, model.Drift.MinSamples));
    }

    [Fact]
    public void Defaults_MappingInBoth_IsMergedKeyByKeyAndListIsReplaced()
    {
        var model = ConfigText.Good("""
            defaults:
              windows: [5m, 10m]
              performance: {window_by: prediction, thresholds: {accuracy: 0.8, f1: 0.7}}
            models:
              - name: churn
                task: binary
                windows: [1h]
                performance: {thresholds: {accuracy: 0.9}}
            """).Models[0];

        Assert.Equal(["1h"], model.Windows.Select(w => w.Name));
        Assert.Equal(WindowBy.Prediction, model.Performance.WindowBy);
        Assert.Equal(new Dictionary<string, double> { ["accuracy"] = 0.9, ["f1"] = 0.7 }, model.Performance.Thresholds);
    }

    [Fact]
    public void Defaults_KeyOfAnotherTask_IsPassedOver()
    {
        var models = ConfigText.Good("""
            defaults: {score_threshold: 0.7, performance: {thresholds: {accuracy: 0.8, r2: 0.6}}}
            models:
              - {name: churn, task: binary}
              - {name: price, task: regression}
            """).Models;

        Assert.Equal(0.7, models[0].ScoreThreshold);
        Assert.Equal(["accuracy"], models[0].Performance.Thresholds.Keys);
        Assert.Equal(["r2"], models[1].Performance.Thresholds.Keys);
    }

    [Theory]
    [InlineData("file: own.json", "first: 500", "/etc/modelexporter/own.json", 1000)]
    [InlineData("first: 500", "file: shared.json", null, 500)]
    [InlineData("first: 500", "span: 2h", null, 500)]
    public void Defaults_OtherKindOfBaseline_GivesWayToTheModelsOwn(string own, string shared, string? file, int first)
    {
        var model = ConfigText.Good($"{ConfigText.Model($"baseline: {{{own}}}")}\ndefaults: {{baseline: {{{shared}}}}}").Models[0];

        Assert.Equal(new BaselineConfig(file, first), model.Baseline);
    }

    [Theory]
    [InlineData("score_threshold: 7", "defaults.score_threshold")]
    [InlineData("baseline: {file: b.json, first: 500}", "defaults.baseline.first")]
    [InlineData("performance: {thresholds: {acuracy: 1}}", "defaults.performance.thresholds.acuracy")]
    [InlineData("drift: {statistc: psi}", "defaults.drift.statistc")]
    [InlineData("task: ranking", "defaults.task")]
    public void Defaults_WithAnError_AreToldOnceHoweverManyModelsThereAre(string line, string path)
    {
        string models = "models:\n  - {name: a, task: binary}\n  - {name: b, task: binary}\n  - {name: c, task: regression}\n";

        var error = Assert.Single(ConfigText.Read($"{models}defaults: {{{line}}}").Errors);

        Assert.Equal((path, 5), (error.Path, error.Line));
    }

    [Fact]
    public void Defaults_Task_MakesItUnneededInAModel()
    {
        Assert.Equal(TaskKind.Regression, ConfigText.Good("models: [{name: price}]\ndefaults: {task: regression}").Models[0].Task);
    }
}
