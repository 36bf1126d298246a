using ModelExporter.Discovery;
using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Tests.Discovery;

public class TimeRulesTests
{
    [Theory]
    [InlineData(59, ClockKind.Wall)]
    [InlineData(61, ClockKind.Event)]
    public void Clock_NewestRecordIsSoOld_IsWallWithinTheHour(int minutes, ClockKind clock) =>
        Assert.Equal(clock, Discovered.Model([Prediction(Discovered.Now.AddDays(-9)), Prediction(Discovered.Now.AddMinutes(-minutes))]).Model.Clock);

    [Fact]
    public void Clock_LogGrewLongAfterItsBeginning_IsToldByItsEnd()
    {
        // More than is looked at: only the end of the file is of today.
        var lines = Enumerable.Repeat(Prediction(Discovered.Now.AddDays(-9)), 60_000).Append(Prediction(Discovered.Now));
        Assert.Equal(ClockKind.Wall, Discovered.Model(lines).Model.Clock);
    }

    [Fact]
    public void Clock_NoTimes_IsWall()
    {
        var (model, assumed) = Discovered.Model(Enumerable.Repeat("""{"prediction":0.5}""", 10));
        Assert.Equal(ClockKind.Wall, model.Clock);
        Assert.Contains("records have no time", assumed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "1h, 24h, last_1000")]
    [InlineData(300, "6h, 24h, last_1000")]
    [InlineData(1_000, "24h, 7d, last_1000")]
    [InlineData(3_600, "7d, 30d, last_1000")]
    [InlineData(86_400, "30d, 90d, last_1000")]
    public void Windows_PredictionsComeSoSlowly_HoldEnoughOfThem(int seconds, string windows)
    {
        var lines = Enumerable.Range(0, 100).Select(i => Prediction(Discovered.Now.AddSeconds(-seconds * (100 - i))));
        Assert.Equal(windows, string.Join(", ", Discovered.Model(lines).Model.Windows));
    }

    [Theory]
    [InlineData(10, "1h, 24h, last_1000")]
    [InlineData(60, "6h, 24h, last_1000")]
    [InlineData(3_600, "30d, 90d, last_1000")]
    public void Windows_LogOfThePast_AreSteadier(int seconds, string windows)
    {
        var lines = Enumerable.Range(0, 100).Select(i => Prediction(Discovered.Now.AddDays(-9).AddSeconds(-seconds * (100 - i))));
        Assert.Equal(windows, string.Join(", ", Discovered.Model(lines).Model.Windows));
    }

    [Theory]
    [InlineData(40, 7)]
    [InlineData(900, 901)]
    public void Labels_LogOfThePast_AreWaitedForAsLongAsItIs(int days, int expected)
    {
        // One week at least. The label is of a day after its prediction.
        var start = Discovered.Now.AddDays(-1000);
        var lines = new[] { Prediction(start, "a"), $$"""{"id":"a","ts":"{{Discovered.At(start.AddDays(1))}}","label":1}""" };
        var longer = days > 40 ? lines.Append(Prediction(start.AddDays(days).AddHours(1))) : lines;
        Assert.Equal(expected, Discovered.Model(longer).Model.Labels.Horizon.TotalDays);
    }

    [Fact]
    public void Labels_ComeLate_AreWaitedForTwiceAsLong()
    {
        var lines = new[] { Prediction(Discovered.Now.AddDays(-10), "a"), $$"""{"id":"a","ts":"{{Discovered.At(Discovered.Now)}}","label":1}""" };
        Assert.Equal(20, Discovered.Model(lines).Model.Labels.Horizon.TotalDays);
    }

    [Fact]
    public void Baseline_LogOfThePastThatIsShort_IsItsFirstHalf() =>
        Assert.Equal(150, Discovered.Model(Enumerable.Range(0, 300).Select(i => Prediction(Discovered.Now.AddDays(-9).AddSeconds(i)))).Model.Baseline.First);

    [Fact]
    public void Baseline_LogThatGrows_IsItsFirstThousand() =>
        Assert.Equal(new BaselineConfig(First: 1000), Discovered.Model(Discovered.Records(_ => "\"prediction\":0.5")).Model.Baseline);

    [Fact]
    public void Time_Said_Stands()
    {
        Assert.True(WindowSpec.TryParse("5m", out var window));
        var options = new DiscoveryOptions { Clock = ClockKind.Event, Windows = [window], Baseline = new BaselineConfig(Span: TimeSpan.FromHours(1)) };
        var (model, assumed) = Discovered.Model(Discovered.Records(_ => "\"prediction\":0.5"), options);
        Assert.Equal((ClockKind.Event, "5m", options.Baseline), (model.Clock, Assert.Single(model.Windows).Name, model.Baseline));
        Assert.Contains("the predictions of their first 60 min", assumed, StringComparison.Ordinal);
    }

    static string Prediction(DateTimeOffset time, string id = "x") => $$$"""{"id":"{{{id}}}","ts":"{{{Discovered.At(time)}}}","prediction":{"label":1,"score":0.5}}""";
}
