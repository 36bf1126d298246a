using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

/// <summary>Waits for what an exporter tells of itself.</summary>
static class ExporterProcessExtensions
{
    /// <summary>Scrapes its own metrics until they are as expected.</summary>
    public static Task<Scrape> OwnUntilAsync(this ExporterProcess exporter, Predicate<Scrape> expected) => Eventually.GetAsync(exporter.ScrapeOwnAsync, expected);

    /// <summary>Waits for a line of its log that has all these words.</summary>
    public static async Task<string> LoggedAsync(this ExporterProcess exporter, params string[] words)
    {
        bool Fits(string line) => words.All(w => line.Contains(w, StringComparison.Ordinal));
        var log = await Eventually.GetAsync(() => exporter.Log, lines => lines.Any(Fits));
        return Assert.Single(log, Fits);
    }
}
