using System.Net;
using System.Text;
using ModelExporter.Pipeline;
using ModelExporter.Tests.EndToEnd;
using static ModelExporter.Tests.Http.PushAnswer;

namespace ModelExporter.Tests.Http;

[Collection(RunningExporterGroup.Name)]
public class PushQueueTests
{
    const string Records = "/v1/records";

    [Fact]
    public async Task Push_QueueIsFull_IsToldToComeBackAndTakenLater()
    {
        var statistic = new BlockingStatistic();
        await using var exporter = await RunningExporter.StartAsync(change: statistic.In);
        await exporter.PushAsync(Records, ChurnLog.Predictions(0, 120));
        await statistic.ArmAsync(exporter);
        var scrape = exporter.ScrapeAsync();
        await statistic.Entered;
        int taken = 120;
        var answer = await exporter.PushAsync(Records, ChurnLog.Prediction(taken));
        for (; answer.StatusCode == HttpStatusCode.OK; answer = await exporter.PushAsync(Records, ChurnLog.Prediction(taken)))
            Assert.InRange(++taken, 0, 120 + ModelLoop.Capacity);

        AssertComeBack(answer);
        Assert.Equal(120 + ModelLoop.Capacity, taken);
        statistic.Release();
        await scrape;
        Assert.Equal(HttpStatusCode.OK, (await exporter.PushAsync(Records, ChurnLog.Prediction(taken++))).StatusCode);
        Assert.Equal(taken, (await exporter.ScrapeAsync()).Sum("model_predictions_total"));
    }

    [Fact]
    public async Task Push_BodyComesSlowly_HoldsNoReloadUp()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var second = new TaskCompletionSource();
        var pushing = exporter.Main.PostAsync(Records, new SlowContent(async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(ChurnLog.Prediction(0) + "\n"));
            await stream.FlushAsync();
            first.SetResult();
            await second.Task;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(ChurnLog.Prediction(1)));
        }));
        await first.Task;
        await Eventually.GetAsync(exporter.ScrapeOwnAsync, s => s.Sum("http_server_active_requests", "POST") == 1);
        Assert.Empty(await exporter.Exporter.ReloadAsync());
        second.SetResult();

        Assert.Equal((2, 0), await CountsAsync(await pushing));
        Assert.Equal(2, (await exporter.ScrapeAsync()).Sum("model_predictions_total"));
    }

    [Fact]
    public async Task Pushes_EightClientsAtOnceWhileTheConfigIsReloaded_LoseNothing()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var clients = Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
        {
            long accepted = 0;
            foreach (var lines in ChurnLog.Predictions(client * 10_000, 2000).Chunk(100))
            {
                var answer = await exporter.PushAsync(Records, lines);
                while (answer.StatusCode == HttpStatusCode.TooManyRequests) answer = await exporter.PushAsync(Records, lines);
                var (taken, rejected) = await CountsAsync(answer);
                Assert.Equal(0, rejected);
                accepted += taken;
            }
            return accepted;
        })).ToArray();
        var pushing = Task.WhenAll(clients);
        int reloads = 0;
        for (; !pushing.IsCompleted; reloads++) Assert.Empty(await exporter.Exporter.ReloadAsync());

        long total = (await pushing).Sum();
        Assert.True(reloads > 1, "no reload happened while clients pushed");
        Assert.Equal(8 * 2000, total);
        Assert.Equal(total, (await exporter.ScrapeAsync()).Sum("model_predictions_total"));
        Assert.Equal(total, (await exporter.ScrapeOwnAsync()).Sum("modelexporter_records_total", "outcome=\"accepted\""));
    }

    [Fact]
    public async Task Push_BeforeThePipelineRuns_IsToldToComeBack()
    {
        await using var exporter = await RunningExporter.ListenAsync();
        AssertComeBack(await exporter.PushAsync(Records, ChurnLog.Prediction(0)));
    }

    static void AssertComeBack(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta);
    }
}
