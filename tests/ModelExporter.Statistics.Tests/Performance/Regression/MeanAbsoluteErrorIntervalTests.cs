using ModelExporter.Statistics.Performance.Regression;

namespace ModelExporter.Statistics.Tests.Performance.Regression;

public sealed class MeanAbsoluteErrorIntervalTests
{
    [Fact]
    public void Interval_OfErrors1To4_IsThatOfTheirMean()
    {
        // numpy: m = 2.5, 1.959964 * std([1, 2, 3, 4], ddof=1) / sqrt(4) = 1.265151
        var (lower, upper) = MeanAbsoluteError.Interval(10, 30, 4);
        Assert.Equal((1.234849, 3.765151), (Math.Round(lower, 6), Math.Round(upper, 6)));
    }

    [Fact]
    public void Interval_OfOneErrorOrNone_IsUndefined()
    {
        Assert.Equal((double.NaN, double.NaN), MeanAbsoluteError.Interval(2, 4, 1));
        Assert.Equal((double.NaN, double.NaN), MeanAbsoluteError.Interval(0, 0, 0));
    }
}
