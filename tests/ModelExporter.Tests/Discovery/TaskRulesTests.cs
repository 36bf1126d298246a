using System.Globalization;
using ModelExporter.Discovery;
using ModelExporter.Engine.Config;

namespace ModelExporter.Tests.Discovery;

public class TaskRulesTests
{
    [Theory]
    [InlineData("\"prediction\":{\"value\":12.5}", TaskKind.Regression)]
    [InlineData("\"prediction\":{\"score\":0.25}", TaskKind.Binary)]
    [InlineData("\"prediction\":0.25", TaskKind.Binary)]
    [InlineData("\"prediction\":12.5", TaskKind.Regression)]
    [InlineData("\"prediction\":true", TaskKind.Binary)]
    [InlineData("\"prediction\":1", TaskKind.Binary)]
    [InlineData("\"prediction\":{\"scores\":[0.2,0.3,0.5]}", TaskKind.Multiclass)]
    [InlineData("\"prediction\":{\"scores\":[0.2,0.8]}", TaskKind.Binary)]
    [InlineData("\"prediction\":{\"scores\":{\"a\":0.2,\"b\":0.3,\"c\":0.5}}", TaskKind.Multiclass)]
    [InlineData("\"prediction\":{\"scores\":{\"a\":0.2,\"b\":0.8}}", TaskKind.Binary)]
    public void Task_OneKindOfPrediction_IsToldByIt(string prediction, TaskKind task) =>
        Assert.Equal(task, Discovered.Model(Discovered.Records(_ => prediction)).Model.Task);

    [Theory]
    [InlineData(2, TaskKind.Binary)]
    [InlineData(3, TaskKind.Multiclass)]
    public void Task_PredictedTexts_IsToldByHowManyClassesThereAre(int classes, TaskKind task) =>
        Assert.Equal(task, Discovered.Model(Discovered.Records(i => $"\"prediction\":\"c{i % classes}\"")).Model.Task);

    [Theory]
    [InlineData(10, TaskKind.Multiclass)]
    [InlineData(11, TaskKind.Regression)]
    public void Task_WholeNumbersWithoutLabels_AreClassesWhileTheyAreFew(int values, TaskKind task) =>
        Assert.Equal(task, Discovered.Model(Discovered.Records(i => $"\"prediction\":{i % values}")).Model.Task);

    [Fact]
    public void Task_WholeNumbersWithLabelsOfAnyFraction_IsARegression()
    {
        var log = Discovered.Records(i => $"\"prediction\":{i % 5}").Concat(Discovered.Labels(i => Text(i % 5 + 0.3)));
        Assert.Equal(TaskKind.Regression, Discovered.Model(log).Model.Task);
    }

    [Theory]
    [InlineData(2, TaskKind.Binary)]
    [InlineData(60, TaskKind.Regression)]
    public void Task_NumbersBetweenZeroAndOne_IsToldByTheLabels(int labels, TaskKind task)
    {
        var log = Discovered.Records(i => $"\"prediction\":{Text(Discovered.Spread(i))}").Concat(Discovered.Labels(i => Text(i % labels / 60.0)));
        Assert.Equal(task, Discovered.Model(log).Model.Task);
    }

    [Fact]
    public void Task_LabelsBringAThirdClass_IsMulticlass()
    {
        var log = Discovered.Records(i => $"\"prediction\":\"c{i % 2}\"").Concat(Discovered.Labels(i => $"\"c{i % 3}\""));
        var (model, assumed) = Discovered.Model(log);
        Assert.Equal(TaskKind.Multiclass, model.Task);
        Assert.Matches(@"churn: classes +as they are seen; 3 so far: c0, c1, c2  \[classes\]", assumed);
    }

    [Fact]
    public void Task_BooleansAndNumbersForTheSameClasses_IsBinary()
    {
        var log = Discovered.Records(i => $"\"prediction\":{(i % 2 == 0 ? "true" : "false")}").Concat(Discovered.Labels(i => Text(i % 2)));
        Assert.Equal(TaskKind.Binary, Discovered.Model(log).Model.Task);
    }

    [Fact]
    public void Task_Said_Stands()
    {
        var (model, assumed) = Discovered.Model(Discovered.Records(_ => "\"prediction\":0.25"), new DiscoveryOptions { Task = TaskKind.Regression });
        Assert.Equal(TaskKind.Regression, model.Task);
        Assert.Contains("regression: as said", assumed, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_MoreThanTheUsualLimit_RaiseIt() =>
        Assert.Equal(25, Discovered.Model(Discovered.Records(i => $"\"prediction\":\"c{i % 25}\"")).Model.Limits.Classes);

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
