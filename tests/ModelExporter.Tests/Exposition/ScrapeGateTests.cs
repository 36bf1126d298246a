using System.Net;
using ModelExporter.Statistics.Drift;
using ModelExporter.Tests.EndToEnd;
using ModelExporter.Tests.Http;

namespace ModelExporter.Tests.Exposition;

[Collection(RunningExporterGroup.Name)]
public class ScrapeGateTests
{
    const string TwoModels = ChurnLog.Config + """
          - name: fraud
            task: binary
            baseline: {first: 50}
            windows: [1h]
            clock: event
        """;

    [Fact]
    public async Task Scrape_OneModelFails_ShowsTheOthersAndCountsTheFailure()
    {
        await using var exporter = await RunningExporter.StartAsync(
            TwoModels, change: plan => plan.WithDrift(d => d with { Statistic = d.Statistic with { Of = (in DriftSample _) => throw new InvalidOperationException("a fault") } }));
        await exporter.PushAsync("/v1/records", ChurnLog.Predictions(0, 120));
        await exporter.PushAsync("/v1/records", ChurnLog.Predictions(0, 120).Select(l => l.Replace("churn", "fraud", StringComparison.Ordinal)));

        var scrape = await exporter.ScrapeAsync();
        Assert.Equal(120, scrape["model_predictions_total{model=\"fraud\",model_version=\"v1\"}"]);
        Assert.Equal(0, scrape.Sum("model_predictions_total", "churn"));
        var own = await exporter.ScrapeOwnAsync();
        // The scrape failed, and so did the look at its troubles when the batch was applied.
        Assert.Equal(2, own["modelexporter_model_failures_total{model=\"churn\"}"]);
        Assert.Equal(0, own["modelexporter_model_failures_total{model=\"fraud\"}"]);
        Assert.Equal(1, own["modelexporter_stale_snapshots_total{}"]);
    }

    [Fact]
    public async Task Scrape_OneModelBeginsToFail_ShowsWhatItSaidLast()
    {
        bool fails = false;
        await using var exporter = await RunningExporter.StartAsync(
            TwoModels, change: plan => plan.WithDrift(d => d with { Statistic = d.Statistic with { Of = (in DriftSample _) => fails ? throw new InvalidOperationException("a fault") : 0 } }));
        await exporter.PushAsync("/v1/records", ChurnLog.Predictions(0, 120));
        await exporter.ScrapeAsync();
        fails = true;
        await exporter.PushAsync("/v1/records", ChurnLog.Predictions(120, 10));

        Assert.Equal(120, (await exporter.ScrapeAsync()).Sum("model_predictions_total", "churn"));
    }

    [Fact]
    public async Task Scrape_LoopIsHeldUp_AnswersBeforePrometheusGivesUp()
    {
        var statistic = new BlockingStatistic();
        await using var exporter = await RunningExporter.StartAsync(TwoModels, change: statistic.In);
        await exporter.PushAsync("/v1/records", ChurnLog.Predictions(0, 120));
        await exporter.PushAsync("/v1/records", ChurnLog.Predictions(0, 120).Select(l => l.Replace("churn", "fraud", StringComparison.Ordinal)));
        await statistic.ArmAsync(exporter);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Prometheus-Scrape-Timeout-Seconds", "5");
        var response = await exporter.Main.SendAsync(request);
        statistic.Release();

        Assert.True(response.IsSuccessStatusCode);
        var scrape = Scrape.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((0, 120), (scrape.Sum("model_predictions_total", "churn"), scrape.Sum("model_predictions_total", "fraud")));
    }

    [Fact]
    public async Task Scrapes_ManyAtOnce_AreEachOneMoment()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var pushes = Task.Run(async () =>
        {
            foreach (var lines in ChurnLog.Both(0, 2000).Chunk(100))
            {
                // Six scrapes can fill the channel between them, and a push is then told to come back.
                HttpResponseMessage answer;
                do answer = await exporter.PushAsync("/v1/records", lines);
                while (answer.StatusCode == HttpStatusCode.TooManyRequests);
                answer.EnsureSuccessStatusCode();
            }
        });
        do
        {
            var scrapes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => exporter.ScrapeAsync()));
            foreach (var scrape in scrapes)
            {
                Assert.Equal(scrape.Sum("model_predictions_total"), scrape.Sum("model_prediction_latency_seconds_count"));
                Assert.Equal(scrape.Sum("model_labels_joined_total"), scrape.Sum("model_confusion_total"));
                Assert.Equal(scrape.Sum("model_labels_joined_total"), scrape.Sum("model_label_delay_seconds_count"));
            }
        }
        while (!pushes.IsCompleted);
        await pushes;
        Assert.Equal(2000, (await exporter.ScrapeAsync()).Sum("model_labels_joined_total"));
    }
}
