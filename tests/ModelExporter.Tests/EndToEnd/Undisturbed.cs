namespace ModelExporter.Tests.EndToEnd;

/// <summary>A program that reads a whole log and is left alone: what one that was not has to say in the end.</summary>
static class Undisturbed
{
    /// <summary>Holds a program against it, sample by sample, once both have joined the labels of so many predictions.</summary>
    public static async Task SameAsync(ExporterProcess exporter, TestFolder folder, string log, int predictions)
    {
        await using var alone = await ExporterProcess.StartAsync(folder.Write("alone.yml", ChurnLog.Following(log)));
        var expected = await alone.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") >= predictions);
        var actual = await exporter.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") >= predictions);
        Assert.Equal(predictions, expected.Sum("model_labels_joined_total"));
        Same(expected, actual);
    }

    /// <summary>Holds a scrape against another, sample by sample.</summary>
    public static void Same(Scrape expected, Scrape actual)
    {
        var series = expected.Values.Keys.Union(actual.Values.Keys).Where(k => !IsSum(k));
        Assert.Equal([], series.Where(k => expected[k] != actual[k]).Select(k => $"{k} is {actual[k]:R}, not {expected[k]:R}"));
        // The library adds a histogram's values up from scrape to scrape, each time rounding.
        foreach (string sum in expected.Values.Keys.Where(IsSum)) Assert.Equal(expected[sum]!.Value, actual[sum]!.Value, expected[sum]!.Value * 1e-12);
    }

    static bool IsSum(string series) => series.Contains("_seconds_sum{", StringComparison.Ordinal);
}
