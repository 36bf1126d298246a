using System.Text.RegularExpressions;
using ModelExporter.Demo;
using ModelExporter.Tests.EndToEnd;
using ModelExporter.Tests.Http;

namespace ModelExporter.Tests.Browser;

/// <summary>The story of the demo as the status page tells it, at three of its stages.</summary>
[Collection(RunningExporterGroup.Name)]
public sealed class StoryPageTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresToolFact(BrowserPage.Program)]
    public async Task Page_AsTheStoryGoesOn_SaysWhichModelIsIllSinceWhenAndWhy()
    {
        using var log = new LogWriter(new FileTarget(Directory.CreateDirectory(_folder["log"]).FullName));
        var simulation = new Simulation(seed: 1, log);
        string config = DemoConfig.Yaml().Replace($"[{DemoFolder.Predictions}, {DemoFolder.Labels}]", $"[{_folder["log"]}/*.jsonl]", StringComparison.Ordinal);
        await using var exporter = await RunningExporter.StartAsync(config);
        await using var page = await BrowserPage.OpenAsync(new Uri(exporter.Main.BaseAddress!, "/status"));

        await LiveToAsync(EndOf("healthy"));
        await ShowsAsync("churn", "healthy", "^Accuracy 0.8[5-9] in the last 6h, its baseline is 0.[89][0-9]. No feature has drifted.$");
        await ShowsAsync("ticket_routing", "healthy", "^Accuracy 0.8");
        await ShowsAsync("delivery_time", "healthy", "^Mean absolute error 3");

        await LiveToAsync(EndOf("concept drift"));
        // It began at 18:00 on the day before, but labels come hours later.
        await ShowsAsync(
            "churn", "degraded",
            "^Accuracy 0.[56][0-9] in the last 6h, [23][0-9] points under its baseline since (2025-06-04 (19|2[0-3])|0[0-9]):[0-9]+ UTC. No input has drifted");
        await ShowsAsync("ticket_routing", "healthy", "^Accuracy 0.8");

        await LiveToAsync(Story.End);
        await ShowsAsync("churn", "healthy", "^Accuracy 0.8");
        await ShowsAsync("ticket_routing", "healthy", "^Accuracy 0.8");
        await ShowsAsync("delivery_time", "healthy", "^Mean absolute error 3");

        // In steps, as a log that is written while it is read: looks that lie more than an hour apart do not know since when.
        async Task LiveToAsync(DateTime end)
        {
            while (simulation.Now < end)
            {
                simulation.RunTo(simulation.Now.AddMinutes(30));
                var own = await Eventually.GetAsync(exporter.ScrapeOwnAsync, own => Accepted(own) == log.Records);
                Assert.Equal(log.Records, Accepted(own));
            }
        }

        static double Accepted(Scrape own) => own.Sum("modelexporter_records_total", "outcome=\"accepted\"");

        async Task ShowsAsync(string model, string level, string verdict)
        {
            string shown = await page.EvaluateUntilAsync(
                $"document.querySelector('#{model}')?.querySelector('.verdict').innerText", text => Regex.IsMatch(text, verdict));
            Assert.Matches(verdict, shown);
            Assert.Contains(level, await page.EvaluateAsync($"[...document.querySelectorAll('#overview .card')].find(c => c.hash === '#{model}').innerText"), StringComparison.Ordinal);
        }
    }

    static DateTime EndOf(string chapter) =>
        Story.Start.AddHours(Story.Chapters.TakeWhile(c => c.Name != chapter).Sum(c => c.Hours) + Story.Chapters.Single(c => c.Name == chapter).Hours);
}
