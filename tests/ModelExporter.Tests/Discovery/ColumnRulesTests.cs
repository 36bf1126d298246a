using System.Globalization;
using ModelExporter.Engine.Config;

namespace ModelExporter.Tests.Discovery;

public class ColumnRulesTests
{
    [Theory]
    [InlineData("fractions", FeatureType.Numeric)]
    [InlineData("counts", FeatureType.Numeric)]
    [InlineData("many", FeatureType.Numeric)]
    [InlineData("constant", FeatureType.Numeric)]
    [InlineData("gaps", FeatureType.Numeric)]
    [InlineData("strays", FeatureType.Numeric)]
    [InlineData("income", FeatureType.Numeric)]
    [InlineData("flag", FeatureType.Categorical)]
    [InlineData("month", FeatureType.Categorical)]
    [InlineData("weekday", FeatureType.Categorical)]
    [InlineData("text", FeatureType.Categorical)]
    [InlineData("boolean", FeatureType.Categorical)]
    [InlineData("mixed", FeatureType.Categorical)]
    [InlineData("store_id", FeatureType.Categorical)]
    [InlineData("empty", null)]
    [InlineData("customer_id", null)]
    [InlineData("sequence", null)]
    [InlineData("uuid", null)]
    [InlineData("comment", null)]
    [InlineData("since", null)]
    [InlineData("amount_text", null)]
    [InlineData("nested", null)]
    [InlineData("list", null)]
    public void Feature_OfThisKind_IsTakenFor(string name, FeatureType? type)
    {
        var (model, assumed) = Discovered.Model(Discovered.Records(i => $"\"prediction\":{{\"score\":0.5}},\"features\":{{\"{name}\":{ValueOf(name, i)}}}", 200));
        Assert.Equal(type is { } kept ? [KeyValuePair.Create(name, kept)] : [], model.Features);
        Assert.Equal(type is null ? [name] : [], model.IgnoredFeatures);
        if (type is null) Assert.Matches($@"left out +{name}: .+  \[ignored_features\]", assumed);
    }

    [Fact]
    public void Feature_ReservedName_IsLeftOut() =>
        Assert.Equal(["label"], Discovered.Model(Discovered.Records(_ => "\"prediction\":0.5,\"features\":{\"label\":1}")).Model.IgnoredFeatures);

    [Fact]
    public void Features_MoreThanTheUsualLimit_RaiseIt()
    {
        string features = string.Join(',', Enumerable.Range(0, 250).Select(f => $"\"f{f}\":0.5"));
        Assert.Equal(250, Discovered.Model(Discovered.Records(_ => $"\"prediction\":0.5,\"features\":{{{features}}}")).Model.Limits.Features);
    }

    static string ValueOf(string name, int i) => name switch
    {
        "fractions" => Text(i / 7.0),
        "counts" => Text(i % 20 == 0 ? 3 : i % 5 == 0 ? 1 : 0),
        "many" => Text(i % 30),
        "constant" => "7",
        "gaps" => Text(i % 3 * 100),
        "strays" => i % 50 == 0 ? "\"n/a\"" : Text(i % 40),
        "income" => Text(i * 48_271L % 100_003),
        "flag" => Text(i % 2),
        "month" => Text(i % 12 + 1),
        "weekday" => Text(i % 7),
        "text" => $"\"c{i % 9}\"",
        "boolean" => i % 2 == 0 ? "true" : "false",
        "mixed" => i % 2 == 0 ? Text(i % 10) : "\"none\"",
        "store_id" => Text(100 + i % 25),
        "empty" => "null",
        "customer_id" => Text(i * 7919 % 100_003),
        "sequence" => Text(1000 + 3 * i),
        "uuid" => $"\"6f{i * 7919:x8}\"",
        "comment" => $"\"the customer called {i} times\"",
        "since" => $"\"2020-01-01T00:00:{i % 60:00}Z\"",
        "amount_text" => $"\"{Text(i / 7.0)}\"",
        "nested" => "{\"a\":1}",
        "list" => "[1,2]",
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
