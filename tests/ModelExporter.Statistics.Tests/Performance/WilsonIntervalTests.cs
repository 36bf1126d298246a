using ModelExporter.Statistics.Performance.Intervals;
using ModelExporter.Statistics.Tests.Golden;

namespace ModelExporter.Statistics.Tests.Performance;

public class WilsonIntervalTests
{
    public static TheoryData<string> Cases => GoldenFile.Names("intervals");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Interval_OfAProportion_SolvesTheScoreEquation(string name)
    {
        var golden = GoldenFile.Case("intervals", name);

        var (lower, upper) = WilsonInterval.Of(golden.Count("successes"), golden.Count("n"), golden.Number("z"));

        Assert.Equal(golden.Number("lower"), lower, 1e-9);
        Assert.Equal(golden.Number("upper"), upper, 1e-9);
        Assert.InRange(lower, 0, upper);
        Assert.InRange(upper, lower, 1);
    }

    [Fact]
    public void Interval_OfNothing_IsUndefined() => Assert.Equal((double.NaN, double.NaN), WilsonInterval.Of(0, 0));
}
