using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ModelExporter.Pipeline;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Http;

[Collection(RunningExporterGroup.Name)]
public class PushEndpointsTests
{
    const string Records = "/v1/records";

    [Fact]
    public async Task Push_PredictionsThenLabels_AreJoined()
    {
        await using var exporter = await RunningExporter.StartAsync();
        Assert.Equal((200, 0), await CountsAsync(await exporter.PushAsync("/v1/predictions", ChurnLog.Predictions(0, 200))));
        Assert.Equal((200, 0), await CountsAsync(await exporter.PushAsync("/v1/labels", ChurnLog.Labels(0, 200))));

        var scrape = await exporter.ScrapeAsync();
        Assert.Equal(200, scrape["model_labels_joined_total{model=\"churn\",model_version=\"v1\"}"]);
        Assert.Equal(0.9, scrape["model_accuracy_ratio{model=\"churn\",model_version=\"v1\",window=\"1h\"}"]!.Value, 1e-9);
    }

    [Theory]
    [InlineData("lines", "application/x-ndjson")]
    [InlineData("lines", "application/json")]
    [InlineData("lines", null)]
    [InlineData("array", "application/json")]
    [InlineData("array", "text/plain")]
    [InlineData("rows", "application/json")]
    public async Task Push_WhateverTheForm_TakesEveryRecord(string form, string? contentType)
    {
        await using var exporter = await RunningExporter.StartAsync();
        string body = form switch
        {
            "array" => $"[{string.Join(",", ChurnLog.Both(0, 100))}]",
            "rows" => $"{{\"rows\":[{string.Join(",", ChurnLog.Both(0, 100))}]}}",
            _ => string.Join('\n', ChurnLog.Both(0, 100)),
        };
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null) content.Headers.ContentType = new MediaTypeHeaderValue(contentType);

        Assert.Equal((200, 0), await CountsAsync(await exporter.Main.PostAsync(Records, content)));
        var scrape = await exporter.ScrapeAsync();
        Assert.Equal((100, 100), (scrape.Sum("model_predictions_total"), scrape.Sum("model_labels_joined_total")));
        Assert.Equal(200, (await exporter.ScrapeOwnAsync()).Sum("modelexporter_records_total", "outcome=\"accepted\",reason=\"\",source=\"http\""));
    }

    [Fact]
    public async Task Push_Gzip_IsExpanded()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var content = new ByteArrayContent(TestFolder.Gzip(ChurnLog.Predictions(0, 100)));
        content.Headers.ContentEncoding.Add("gzip");
        Assert.Equal((100, 0), await CountsAsync(await exporter.Main.PostAsync(Records, content)));
    }

    [Fact]
    public async Task Push_WrittenByDotNet_IsReadThroughItsEscapes()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var record = new { id = "a+b", ts = "2026-01-01T01:00:00+01:00", model = "churn", version = "<1>", prediction = 1 };
        string body = JsonSerializer.Serialize(record);
        Assert.Contains("\\u002B01:00", body, StringComparison.Ordinal);

        Assert.Equal((1, 0), await CountsAsync(await exporter.PushAsync(Records, body)));
        Assert.Equal(1767225600, (await exporter.ScrapeAsync())["model_last_prediction_timestamp_seconds{model=\"churn\",model_version=\"<1>\"}"]);
    }

    [Fact]
    public async Task Push_SomeRecordsAreBad_TakesTheOthersAndSaysWhichAndWhy()
    {
        await using var exporter = await RunningExporter.StartAsync();
        string[] lines = [ChurnLog.Prediction(0), "{broken", ChurnLog.Prediction(1), """{"model":"nobody","prediction":1}""", "17", ChurnLog.Label(0)];
        var answer = await exporter.PushAsync(Records, lines);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((3, 3), (json.GetProperty("accepted").GetInt64(), json.GetProperty("rejected").GetInt64()));
        Assert.Equal(
            [(1, "malformed_json"), (3, "unknown_model"), (4, "not_an_object")],
            json.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("record").GetInt32(), e.GetProperty("reason").GetString()!)));
        var own = await exporter.ScrapeOwnAsync();
        Assert.Equal(1, own["modelexporter_records_total{outcome=\"rejected\",reason=\"malformed_json\",source=\"http\"}"]);
    }

    [Theory]
    [InlineData("/v1/predictions", "not_a_prediction")]
    [InlineData("/v1/labels", "not_a_label")]
    public async Task Push_RecordsOfTheOtherKind_AreRejectedOneByOne(string path, string reason)
    {
        await using var exporter = await RunningExporter.StartAsync();
        var answer = await exporter.PushAsync(path, [ChurnLog.Prediction(0), ChurnLog.Label(0)]);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((1, 1), (json.GetProperty("accepted").GetInt64(), json.GetProperty("rejected").GetInt64()));
        Assert.Equal(reason, json.GetProperty("errors")[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Push_BodyOverTheLimit_IsRefusedWhole(bool gzip)
    {
        await using var exporter = await RunningExporter.StartAsync("http: {max_body_bytes: 4KiB}\n" + ChurnLog.Config);
        string body = string.Join('\n', ChurnLog.Predictions(0, 50));
        var content = new ByteArrayContent(gzip ? TestFolder.Gzip(body) : Encoding.UTF8.GetBytes(body));
        if (gzip) content.Headers.ContentEncoding.Add("gzip");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await exporter.Main.PostAsync(Records, content)).StatusCode);
        Assert.Equal(0, (await exporter.ScrapeAsync()).Count("model_predictions_total"));
    }

    [Fact]
    public async Task Push_UnknownEncoding_IsRefused()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var content = new StringContent(ChurnLog.Prediction(0));
        content.Headers.ContentEncoding.Add("br");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await exporter.Main.PostAsync(Records, content)).StatusCode);
    }

    [Fact]
    public async Task Push_CutGzip_IsRefusedWhole()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var content = new ByteArrayContent(TestFolder.Gzip(ChurnLog.Predictions(0, 100))[..^20]);
        content.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(HttpStatusCode.BadRequest, (await exporter.Main.PostAsync(Records, content)).StatusCode);
        Assert.Equal(0, (await exporter.ScrapeAsync()).Count("model_predictions_total"));
    }

    [Fact]
    public async Task Push_ToTheTelemetryPort_IsNotThere()
    {
        await using var exporter = await RunningExporter.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await exporter.Telemetry.PostAsync(Records, new StringContent("{}"))).StatusCode);
    }

    [Fact]
    public async Task Push_BeforeThePipelineRuns_IsToldToComeBack()
    {
        await using var exporter = await RunningExporter.ListenAsync();
        AssertComeBack(await exporter.PushAsync(Records, ChurnLog.Prediction(0)));
    }

    [Fact]
    public async Task Push_QueueIsFull_IsToldToComeBackAndTakenLater()
    {
        var statistic = new BlockingStatistic();
        await using var exporter = await RunningExporter.StartAsync(change: statistic.In);
        await exporter.PushAsync(Records, ChurnLog.Predictions(0, 120));
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

    static void AssertComeBack(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta);
    }

    static async Task<(long Accepted, long Rejected)> CountsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (json.GetProperty("accepted").GetInt64(), json.GetProperty("rejected").GetInt64());
    }
}
