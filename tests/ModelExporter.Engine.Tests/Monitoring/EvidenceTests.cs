using ModelExporter.Engine.Status;

namespace ModelExporter.Engine.Tests.Monitoring;

public sealed class EvidenceTests
{
    // A standard error of 0.01 on either side.
    const double Half = 0.01959963984540054;

    [Theory]
    [InlineData(0.85, 0, true)]    // 5 standard errors under an exact baseline
    [InlineData(0.87, 0, false)]   // 3
    [InlineData(0.93, 0, false)]
    [InlineData(0.86, 100, false)] // 4, but a baseline of as many labels makes the error √2 times as large
    [InlineData(0.86, 1000, true)]
    public void Of_FigureWithAnInterval_CountsStandardErrorsOfBothSides(double value, long baselineLabels, bool expected) =>
        Assert.Equal(expected, Evidence.Of(value, value - Half, value + Half, labels: 100, baseline: 0.9, baselineLabels));

    [Fact]
    public void Of_FigureWithoutAnInterval_IsNone() => Assert.False(Evidence.Of(0.1, double.NaN, double.NaN, 1000, 0.9, 1000));
}
