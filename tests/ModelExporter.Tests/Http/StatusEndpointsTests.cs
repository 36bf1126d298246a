using System.Net;
using System.Text.Json;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Http;

[Collection(RunningExporterGroup.Name)]
public sealed class StatusEndpointsTests
{
    [Theory]
    [InlineData("/status", "text/html")]
    [InlineData("/status/status.css", "text/css")]
    [InlineData("/status/status.js", "text/javascript")]
    [InlineData("/status/charts.js", "text/javascript")]
    public async Task Page_EachFile_IsServedAndMayLoadNothingFromElsewhere(string path, string type)
    {
        await using var exporter = await RunningExporter.StartAsync();
        var response = await exporter.Main.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotMatch("(https?:)?//(?!www.w3.org)[a-z]", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Status_NotRunning_SaysSo()
    {
        await using var exporter = await RunningExporter.ListenAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await exporter.Main.GetAsync("/api/v1/status")).StatusCode);
    }

    [Fact]
    public async Task Status_OnTheTelemetryPort_IsNotThere()
    {
        await using var exporter = await RunningExporter.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await exporter.Telemetry.GetAsync("/api/v1/status")).StatusCode);
    }

    [Fact]
    public async Task Status_NothingCame_IsWaiting()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var status = await ReadAsync(exporter);
        var model = status.GetProperty("models").EnumerateArray().Single();
        Assert.Equal("waiting", model.GetProperty("verdict").GetProperty("level").GetString());
        Assert.Equal(JsonValueKind.Null, model.GetProperty("now").ValueKind);
        Assert.Empty(model.GetProperty("versions").EnumerateArray());
    }

    [Fact]
    public async Task Status_LabelsCame_SaysTheSameAsTheMetrics()
    {
        await using var exporter = await RunningExporter.StartAsync();
        await exporter.PushAsync("/v1/records", ChurnLog.Both(0, 300));
        var metrics = await exporter.ScrapeAsync();
        var model = (await ReadAsync(exporter)).GetProperty("models").EnumerateArray().Single();
        Assert.Equal("healthy", model.GetProperty("verdict").GetProperty("level").GetString());
        Assert.Equal("Accuracy 0.90 in the last 1h, its baseline is 0.90. No feature has drifted.", model.GetProperty("verdict").GetProperty("text").GetString());
        var version = model.GetProperty("versions").EnumerateArray().Single();
        Assert.Equal("v1", version.GetProperty("version").GetString());
        Assert.Equal(300, version.GetProperty("predictions").GetInt64());
        Assert.Equal(50, version.GetProperty("baseline").GetProperty("rows").GetInt64());
        var window = version.GetProperty("windows").EnumerateArray().First();
        var accuracy = window.GetProperty("figures").EnumerateArray().First();
        Assert.Equal(metrics["""model_accuracy_ratio{model="churn",model_version="v1",window="1h"}"""], accuracy.GetProperty("value").GetDouble());
        Assert.Equal(metrics["""model_accuracy_lower_bound_ratio{model="churn",model_version="v1",window="1h"}"""], accuracy.GetProperty("lower").GetDouble());
        foreach (var feature in window.GetProperty("features").EnumerateArray())
        {
            string name = feature.GetProperty("feature").GetString()!;
            Assert.Equal(
                metrics[$$"""model_feature_drift_score{model="churn",model_version="v1",window="1h",feature="{{name}}"}"""],
                feature.GetProperty("drift_score").ValueKind == JsonValueKind.Null ? null : feature.GetProperty("drift_score").GetDouble());
            Assert.InRange(feature.GetProperty("ratios").EnumerateArray().Sum(r => r.GetDouble()), 0.999, 1.001);
        }
    }

    [Fact]
    public async Task Status_Config_IsTheFileInForce()
    {
        await using var exporter = await RunningExporter.StartAsync();
        var config = (await ReadAsync(exporter)).GetProperty("config");
        Assert.Equal(ChurnLog.Config, config.GetProperty("yaml").GetString());
        Assert.Empty(config.GetProperty("assumptions").EnumerateArray());
    }

    [Fact]
    public async Task Status_RecordsWereRejected_ShowsOneOfEachReasonMasked()
    {
        await using var exporter = await RunningExporter.StartAsync();
        await exporter.PushAsync("/v1/records", ["""{"model":"secret","score":0.25}""", """{"model":"other","score":0.75}""", "no json: 12"]);
        string text = await exporter.Main.GetStringAsync("/api/v1/status");
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        var rejected = (await ReadAsync(exporter)).GetProperty("sources").EnumerateArray().Single().GetProperty("rejected").EnumerateArray()
            .Select(r => (r.GetProperty("reason").GetString(), r.GetProperty("count").GetInt64(), r.GetProperty("example").GetString()));
        Assert.Equal([("malformed_json", 1, "xx xxxx: 99"), ("unknown_model", 2, """{"model":"xxxxxx","score":9.99}""")], rejected);
    }

    [Fact]
    public async Task Status_Checkpoint_TellsOfTheLast()
    {
        using var folder = new TestFolder();
        await using var exporter = await RunningExporter.StartAsync($"checkpoint: {{path: {folder["state"]}, interval: 1s}}\n{ChurnLog.Config}");
        await exporter.PushAsync("/v1/records", ChurnLog.Predictions(0, 10));
        var checkpoint = await Eventually.GetAsync(async () => (await ReadAsync(exporter)).GetProperty("checkpoint"), c => c.GetProperty("bytes").ValueKind == JsonValueKind.Number);
        Assert.Equal(folder["state"], checkpoint.GetProperty("folder").GetString());
        Assert.InRange(checkpoint.GetProperty("written_at").GetDouble(), 1.7e9, 1e10);
        Assert.Equal(new FileInfo(Path.Combine(folder["state"], "checkpoint")).Length, checkpoint.GetProperty("bytes").GetInt64());
        Assert.Equal(0, checkpoint.GetProperty("failures").GetInt64());
    }

    [Fact]
    public async Task Status_NoConfigFile_SaysWhatWasAssumed()
    {
        await using var exporter = await RunningExporter.StartAsync(change: plan => plan with { Assumptions = ["churn: task  binary", "churn: clock  wall"] });
        Assert.Equal(
            ["churn: task  binary", "churn: clock  wall"],
            (await ReadAsync(exporter)).GetProperty("config").GetProperty("assumptions").EnumerateArray().Select(a => a.GetString()));
    }

    static async Task<JsonElement> ReadAsync(RunningExporter exporter) =>
        JsonDocument.Parse(await exporter.Main.GetStringAsync("/api/v1/status")).RootElement;
}
