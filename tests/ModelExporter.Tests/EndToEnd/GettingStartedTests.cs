namespace ModelExporter.Tests.EndToEnd;

/// <summary>Holds the first page that a user reads to what the program says.</summary>
public sealed class GettingStartedTests
{
    static readonly string[] Logs = [Repository.PathOf("examples", "churn", "predictions.jsonl"), Repository.PathOf("examples", "churn", "labels.jsonl")];

    static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "getting-started.md"));

    [Fact]
    public async Task Page_WhatIsAssumedAndTheConfig_AreWhatTheProgramPrints()
    {
        var printed = await BuiltProgram.RunAsync(["run", .. Logs, "--print-config"]);
        Assert.Contains(printed.Error.TrimEnd(), Page, StringComparison.Ordinal);
        Assert.Contains(printed.Output.Replace(Repository.PathOf("examples"), "/src/examples", StringComparison.Ordinal), Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Numbers_AreThoseOfTheRun()
    {
        // Files are read in the order of their times. A clone writes them in that of their names, but nobody knows what happened to it since.
        using var folder = new TestFolder();
        string[] logs = [.. Logs.Order().Select((log, i) => Copy(log, folder, DateTime.UnixEpoch.AddDays(i)))];
        await using var exporter = await ExporterProcess.StartAsync(BuiltProgram.Start(["run", .. logs]));
        var scrape = await exporter.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") == 1462);
        var stated = Page.Split('\n').Where(l => l.StartsWith("model_", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, stated.Count);
        Assert.All(Scrape.Parse(string.Join('\n', stated)).Values, s => Assert.Equal(s.Value, scrape[s.Key]!.Value, 1e-9));
    }

    static string Copy(string log, TestFolder folder, DateTime written)
    {
        string copy = folder[Path.GetFileName(log)];
        File.Copy(log, copy);
        File.SetLastWriteTimeUtc(copy, written);
        return copy;
    }
}
