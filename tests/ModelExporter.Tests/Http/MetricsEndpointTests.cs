using System.IO.Compression;
using System.Net;
using ModelExporter.Engine.Records;
using ModelExporter.Http;
using ModelExporter.Telemetry;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Http;

[Collection(RunningExporterGroup.Name)]
public class MetricsEndpointTests : IAsyncLifetime
{
    const string OpenMetrics = "application/openmetrics-text";

    RunningExporter _exporter = null!;

    public async Task InitializeAsync()
    {
        _exporter = await RunningExporter.StartAsync();
        await _exporter.PushAsync("/v1/records", ChurnLog.Both(0, 200));
    }

    public Task DisposeAsync() => _exporter.DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Metrics_NothingAsked_AreText(bool telemetry)
    {
        var (response, text) = await GetAsync(telemetry, null);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(response.Content.Headers.ContentType.Parameters, p => p is { Name: "version", Value: "0.0.4" });
        Assert.DoesNotContain("# EOF", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Metrics_OpenMetricsAsked_AreOpenMetrics(bool telemetry)
    {
        var (response, text) = await GetAsync(telemetry, OpenMetrics + "; version=1.0.0");
        Assert.Equal(OpenMetrics, response.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("# EOF\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_OpenMetricsAsked_CarryNoExemplars()
    {
        // The trace of a scrape says nothing about the observations it found.
        var (_, text) = await GetAsync(false, OpenMetrics + "; version=1.0.0");
        Assert.DoesNotContain("trace_id", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, OpenMetrics)]
    [InlineData(true, OpenMetrics)]
    public async Task Metrics_GzipAsked_AreCompressed(bool telemetry, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("Accept-Encoding", "gzip");
        if (accept is not null) request.Headers.Add("Accept", accept);
        var response = await ClientOf(telemetry).SendAsync(request);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        using var gzip = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Contains(telemetry ? "modelexporter_build_info" : "model_info", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Metrics_Head_AnswersWithoutABody(bool telemetry)
    {
        var response = await ClientOf(telemetry).SendAsync(new HttpRequestMessage(HttpMethod.Head, "/metrics"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Metrics_EachPort_SaysOnlyItsOwn()
    {
        var main = await _exporter.ScrapeAsync();
        var own = await _exporter.ScrapeOwnAsync();
        Assert.All(main.Values.Keys, k => Assert.StartsWith("model_", k, StringComparison.Ordinal));
        Assert.All(own.Values.Keys, k => Assert.False(k.StartsWith("model_", StringComparison.Ordinal), k));
        Assert.Equal(main.Values.Count, own["modelexporter_series{model=\"churn\"}"]);
    }

    [Fact]
    public async Task Metrics_EveryRowOfTheExporterItself_IsExposed()
    {
        await _exporter.ScrapeAsync();
        string text = await _exporter.Telemetry.GetStringAsync("/metrics");
        // Rows of file sources have no series where there is none, and what is told of the last checkpoint where none was written.
        var rows = ExporterMetrics.All.Where(r => (!r.Labels.Contains("source") && (r.IsCounter || !r.Name.StartsWith("modelexporter_checkpoint_", StringComparison.Ordinal))) || r.Name is "modelexporter_records_total" or "modelexporter_source_up");
        Assert.All(rows, r => Assert.Contains($"# TYPE {r.Name} {(r.IsCounter ? "counter" : "gauge")}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_ManySources_ShowEveryOne()
    {
        // More series than the library allows a metric unless told.
        const int Sources = 150;
        string config = "sources:\n" + string.Concat(Enumerable.Range(0, Sources).Select(i => $"  - {{name: s{i}, file: {{paths: [none-{i}.jsonl]}}}}\n")) + ChurnLog.Config;
        await using var exporter = await RunningExporter.StartAsync(config);
        var own = await exporter.ScrapeOwnAsync();
        Assert.Equal((1 + RejectReasons.All.Count()) * (Sources + 1), own.Count("modelexporter_records_total"));
        Assert.Equal(Sources + 1, own.Count("modelexporter_source_up"));
        Assert.DoesNotContain(own.Values.Keys, k => k.Contains("overflow", StringComparison.Ordinal));
    }

    [RequiresToolFact(Promtool.Name)]
    public async Task Metrics_OfBothPorts_PleasePromtool()
    {
        await Promtool.AssertCleanAsync(await _exporter.Main.GetStringAsync("/metrics"));
        await Promtool.AssertCleanAsync(await _exporter.Telemetry.GetStringAsync("/metrics"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/prometheus")]
    public async Task Metrics_AnotherPath_AreThereOnBothPorts(string path)
    {
        await using var exporter = await RunningExporter.StartAsync(options: new WebOptions { Path = path });
        Assert.Contains("model_pending_limit", await exporter.Main.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Contains("modelexporter_build_info", await exporter.Telemetry.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_BeforeThePipelineRuns_AreUnavailable()
    {
        await using var exporter = await RunningExporter.ListenAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await exporter.Main.GetAsync("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await exporter.Telemetry.GetAsync("/metrics")).StatusCode);
    }

    HttpClient ClientOf(bool telemetry) => telemetry ? _exporter.Telemetry : _exporter.Main;

    async Task<(HttpResponseMessage Response, string Text)> GetAsync(bool telemetry, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (accept is not null) request.Headers.Add("Accept", accept);
        var response = await ClientOf(telemetry).SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (response, await response.Content.ReadAsStringAsync());
    }
}
