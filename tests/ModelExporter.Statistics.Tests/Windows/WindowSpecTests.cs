using ModelExporter.Statistics.Windows;

namespace ModelExporter.Statistics.Tests.Windows;

public class WindowSpecTests
{
    [Theory]
    [InlineData("60s", 60)]
    [InlineData("1m", 60)]
    [InlineData("5m", 300)]
    [InlineData("24h", 86_400)]
    [InlineData("400d", 34_560_000)]
    public void TryParse_Duration_IsATimeWindowOfThatName(string text, int seconds)
    {
        Assert.True(WindowSpec.TryParse(text, out var window));
        Assert.Equal(new WindowSpec(text, TimeSpan.FromSeconds(seconds), 0), window);
        Assert.False(window.IsByCount);
    }

    [Theory]
    [InlineData("last_20", 20)]
    [InlineData("last_1000", 1_000)]
    [InlineData("last_10000000", 10_000_000)]
    public void TryParse_LastN_IsACountWindow(string text, int count)
    {
        Assert.True(WindowSpec.TryParse(text, out var window));
        Assert.Equal(new WindowSpec(text, TimeSpan.Zero, count), window);
        Assert.True(window.IsByCount);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("5")]
    [InlineData("5x")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData(" 5m")]
    [InlineData("59s")]
    [InlineData("401d")]
    [InlineData("99999999999d")]
    [InlineData("last_")]
    [InlineData("last_0")]
    [InlineData("last_19")]
    [InlineData("last_30")]
    [InlineData("last_10000020")]
    [InlineData("last_-20")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(WindowSpec.TryParse(text, out _));
}
