using System.Globalization;
using ModelExporter.Configuration;
using ModelExporter.Discovery;
using ModelExporter.Engine.Config;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Discovery;

/// <summary>Discovers small logs that stand in the test.</summary>
static class Discovered
{
    /// <summary>The wall clock of all tests.</summary>
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static LogDiscovery Of(IEnumerable<string> lines, DiscoveryOptions? options = null)
    {
        using var folder = new TestFolder();
        return OfFiles(options, folder.Write("churn.jsonl", lines));
    }

    public static LogDiscovery OfFiles(DiscoveryOptions? options, params string[] logs) =>
        LogDiscovery.Of(logs, options ?? new DiscoveryOptions(), (Now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>The only model of a log, and what was assumed of it.</summary>
    public static (ModelConfig Model, string Assumed) Model(IEnumerable<string> lines, DiscoveryOptions? options = null)
    {
        var found = Of(lines, options);
        Assert.Empty(found.Errors);
        return (Assert.Single(Assert.IsType<ExporterConfig>(found.Config).Models), string.Join('\n', found.Assumptions));
    }

    /// <summary>A hundred records a second apart, the last one at the time of the clock.</summary>
    public static IEnumerable<string> Records(Func<int, string> fields, int count = 100) => Enumerable.Range(0, count).Select(i =>
        $$"""{"id":"{{i}}","ts":"{{At(Now.AddSeconds(i - count + 1))}}",{{fields(i)}}}""");

    public static IEnumerable<string> Labels(Func<int, string> label, int count = 100) => Records(i => $"\"label\":{label(i)}", count);

    public static string At(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The same numbers at every run, spread over 0 to 1.</summary>
    public static double Spread(int i) => i * 37 % 100 / 100.0;
}
