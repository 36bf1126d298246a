using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ModelExporter.Tests.EndToEnd;

public sealed class LogTests : IDisposable
{
    const string Marker = "s3cr3t";

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Log_AsJson_IsOneObjectALine()
    {
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", ChurnLog.Config), "--log.format=json", "--log.level=debug");
        await exporter.ScrapeAsync();
        await exporter.SignalAsync("HUP");
        await Eventually.GetAsync(() => exporter.Log, lines => lines.Any(l => l.Contains("Took over", StringComparison.Ordinal)));
        Assert.Equal(0, await exporter.StopAsync());

        Assert.All(exporter.Log, line =>
        {
            using var json = JsonDocument.Parse(line);
            foreach (string key in new[] { "time", "level", "component", "msg" }) Assert.NotEqual("", json.RootElement.GetProperty(key).GetString());
        });
    }

    [Theory]
    [InlineData("info")]
    [InlineData("debug")]
    public async Task Log_WhateverARecordHolds_NeverShowsIt(string level)
    {
        string[] records =
        [
            .. ChurnLog.Predictions(0, 60),
            $$"""{"id":"{{Marker}}","model":"churn","version":"{{Marker}}","features":{"{{Marker}}":"{{Marker}}"},"prediction":"{{Marker}}"}""",
            $$"""{"id":"{{Marker}}","model":"churn","label":"{{Marker}}"}""",
            $$"""{"id":"{{Marker}}","model":"{{Marker}}","prediction":1}""",
            $$"""{"id":"x","ts":"{{Marker}}","model":"churn","prediction":1}""",
            $$"""{"id":"y","label":["{{Marker}}"]}""",
            $$"""{"broken":"{{Marker}}" """,
            $"\"{Marker}\"",
            Marker,
        ];
        string log = _folder.Write("log.jsonl", records);
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", ChurnLog.Following(log)), $"--log.level={level}");
        await Eventually.GetAsync(exporter.ScrapeOwnAsync, s => s.Sum("modelexporter_records_total", "source=\"log\"") >= records.Length);
        foreach (string path in new[] { "/v1/records", "/v1/predictions", "/v1/labels" })
        {
            string answer = await (await exporter.Main.PostAsync(path, new StringContent(string.Join('\n', records)))).Content.ReadAsStringAsync();
            Assert.DoesNotContain(Marker, answer, StringComparison.Ordinal);
        }
        var notGzip = new ByteArrayContent([0x1f, 0x8b, .. Encoding.UTF8.GetBytes(Marker)]);
        notGzip.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await exporter.Main.PostAsync("/v1/records", notGzip);
        await exporter.ScrapeAsync();
        Assert.Equal(0, await exporter.StopAsync());

        Assert.NotEmpty(exporter.Log);
        Assert.All(exporter.Log, line => Assert.DoesNotContain(Marker, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_ClientsThatBreakOff_AreNoErrors()
    {
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", ChurnLog.Config));
        for (int i = 0; i < 5; i++)
        {
            using var client = new System.Net.Sockets.TcpClient();
            await client.ConnectAsync(exporter.Main.BaseAddress!.Host, exporter.Main.BaseAddress.Port);
            await client.GetStream().WriteAsync("POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray());
            client.Client.LingerState = new(true, 0);
        }
        await Eventually.GetAsync(exporter.ScrapeOwnAsync, s => s.Sum("http_server_active_requests", "POST") == 0 && s.Sum("http_server_request_duration_seconds_count", "POST") + s.Sum("kestrel_connection_duration_seconds_count") >= 5);
        Assert.Equal(0, await exporter.StopAsync());
        Assert.DoesNotContain(exporter.Log, l => l.Contains("level=ERROR", StringComparison.Ordinal) || l.Contains("level=WARN", StringComparison.Ordinal));
    }
}
