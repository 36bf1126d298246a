using System.Diagnostics;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>Prometheus' own judge of an exposition.</summary>
static class Promtool
{
    public const string Name = "promtool";

    /// <summary>Fails the test if the text is not valid, or breaks a naming rule.</summary>
    public static async Task AssertCleanAsync(string exposition)
    {
        var start = new ProcessStartInfo(Name, ["check", "metrics"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var finished = await Finished.RunAsync(start, exposition);
        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
        Assert.Equal("", finished.Error.Trim());
    }
}
