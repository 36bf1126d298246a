using System.Globalization;
using System.Text;
using ModelExporter.Demo;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Dashboards;

public sealed class DashboardDataTests
{
    /// <summary>Three hours a second: the story takes half a minute, and a window is scraped twice.</summary>
    const string Speed = "--speed=10800";

    [RequiresToolFact(PrometheusServer.Name)]
    public async Task Query_AfterTheStoryOfTheDemo_ReturnsDataOrIsExcepted()
    {
        await using var demo = await ExporterProcess.StartAsync(BuiltProgram.Start("demo", Speed, "--log.level=info"));
        await using var prometheus = PrometheusServer.Start(demo.Main.BaseAddress!, demo.Telemetry.BaseAddress!);
        var from = DateTimeOffset.UtcNow;
        // A counter that Prometheus has not seen before it rises has not risen.
        await prometheus.QueryAsync("modelexporter_records_total{outcome=\"rejected\"} == 0", 2);
        using var bad = new StringContent("no record at all", Encoding.UTF8, "application/x-ndjson");
        (await demo.Main.PostAsync("/v1/records", bad)).Dispose();
        // When the fourth chapter is over, a feature is broken and a model degraded; at the end all is well.
        await ReachedAsync(demo, "== 5 of 5");
        var broken = DateTimeOffset.UtcNow;
        await ReachedAsync(demo, "== The end ==");
        // The last scrapes: the second version has a performance, and a scrape or two after it.
        await prometheus.QueryUntilAsync("count_over_time(model_accuracy_ratio{model_version=\"2\", window=\"6h\"}[1h])", n => n >= 3);
        var story = new ScrapedStory(prometheus, from, broken, DateTimeOffset.UtcNow, await prometheus.LabelValuesAsync("model"), await prometheus.LabelValuesAsync("feature"));

        var without = new List<string>();
        foreach (var query in Dashboard.All.SelectMany(d => d.Queries))
            if (!await story.HasDataAsync(query)) without.Add(query.Place);

        var excepted = DashboardExceptions.Of("data");
        string[] missing = [.. without.Except(excepted)], needless = [.. excepted.Except(without)];
        Assert.True(missing.Length == 0, $"without data:\n{string.Join('\n', missing)}");
        Assert.True(needless.Length == 0, $"excepted, but with data:\n{string.Join('\n', needless)}");
    }

    static Task<string[]> ReachedAsync(ExporterProcess demo, string line) => Eventually.GetAsync(() => demo.Output, o => o.Any(l => l.StartsWith(line, StringComparison.Ordinal)));

    /// <summary>What a Prometheus has scraped of the story.</summary>
    sealed class ScrapedStory(PrometheusServer prometheus, DateTimeOffset from, DateTimeOffset broken, DateTimeOffset to, string[] models, string[] features)
    {
        /// <summary>Whether the query has data for any choice of the variables.</summary>
        public async Task<bool> HasDataAsync(DashboardQuery query)
        {
            string[] variables = [.. QueryText.Variables(query.Expression)];
            foreach (string model in variables.Contains("model") ? models : [""])
            {
                foreach (string feature in variables.Contains("feature") && query.Expression.Contains("feature=\"$feature\"", StringComparison.Ordinal) ? features : [".+"])
                {
                    string text = QueryText.Fill(query.Expression, Values(model, feature));
                    int series = query.IsInstant ? await prometheus.CountAsync(text, to) + await prometheus.CountAsync(text, broken) : await prometheus.CountAsync(text, from, to);
                    if (series > 0) return true;
                }
            }
            return false;
        }

        Dictionary<string, string> Values(string model, string feature) => new(QueryText.ForParsing)
        {
            ["__rate_interval"] = "4s",
            ["__interval"] = "1s",
            ["__range"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling((to - from).TotalSeconds)}s"),
            ["model"] = model,
            ["feature"] = feature,
            ["window"] = Story.Window,
        };
    }
}
