using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>A Prometheus that scrapes both endpoints of exporters.</summary>
sealed class PrometheusServer : IAsyncDisposable
{
    public const string Name = "prometheus";

    readonly TestFolder _folder = new();
    readonly Process _process;
    readonly HttpClient _client;
    readonly Task _reading;

    PrometheusServer(string yaml)
    {
        string config = _folder.Write("prometheus.yml", yaml);
        int port = LoopbackPort.Free();
        var start = new ProcessStartInfo(Name,
        [
            $"--config.file={config}", $"--storage.tsdb.path={_folder["data"]}", $"--web.listen-address=127.0.0.1:{port}", "--log.level=warn",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _reading = Task.WhenAll(_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    /// <summary>One that scrapes every second.</summary>
    public static PrometheusServer Start(params Uri[] targets) => Start(targets, TimeSpan.FromSeconds(1), "");

    /// <summary>One that scrapes at an interval, with more of a config: rules, and where alerts go.</summary>
    public static PrometheusServer Start(Uri[] targets, TimeSpan interval, string more) => new($$"""
        global: {scrape_interval: {{interval.TotalMilliseconds}}ms, scrape_timeout: {{interval.TotalMilliseconds}}ms}
        scrape_configs:
          - job_name: modelexporter
            static_configs: [{targets: [{{string.Join(", ", targets.Select(t => $"'{t.Authority}'"))}}]}]
        {{more}}
        """);

    /// <summary>One with a config of its own.</summary>
    public static PrometheusServer Start(string yaml) => new(yaml);

    /// <summary>The values of an instant query once there are as many as expected.</summary>
    public Task<IReadOnlyList<double>> QueryAsync(string query, int expected) =>
        Eventually.GetAsync(() => QueryAsync(query), values => values.Count >= expected);

    /// <summary>Waits until a query answers with one value that is as expected, and gives it.</summary>
    public Task<IReadOnlyList<double>> QueryUntilAsync(string query, Predicate<double> expected) =>
        Eventually.GetAsync(() => QueryAsync(query), values => values.Count > 0 && values.All(v => expected(v)));

    /// <summary>Why the last scrape of each target failed; empty strings where it did not.</summary>
    public async Task<string[]> ScrapeErrorsAsync()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync("/api/v1/targets"));
        return [.. answer.RootElement.GetProperty("data").GetProperty("activeTargets").EnumerateArray().Select(t => t.GetProperty("lastError").GetString()!)];
    }

    /// <summary>The names of the rules that it has loaded.</summary>
    public async Task<string[]> RulesAsync()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync("/api/v1/rules"));
        var groups = answer.RootElement.GetProperty("data").GetProperty("groups").EnumerateArray();
        return [.. groups.SelectMany(g => g.GetProperty("rules").EnumerateArray()).Select(r => r.GetProperty("name").GetString()!)];
    }

    /// <summary>Whom it sends alerts to.</summary>
    public async Task<string[]> AlertmanagersAsync()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync("/api/v1/alertmanagers"));
        return [.. answer.RootElement.GetProperty("data").GetProperty("activeAlertmanagers").EnumerateArray().Select(a => a.GetProperty("url").GetString()!)];
    }

    /// <summary>How many series a query gives at a time.</summary>
    public Task<int> CountAsync(string query, DateTimeOffset at) => CountAnsweredAsync("query", new() { ["query"] = query, ["time"] = Seconds(at) });

    /// <summary>How many series a query gives over a time, second by second.</summary>
    public Task<int> CountAsync(string query, DateTimeOffset from, DateTimeOffset to) =>
        CountAnsweredAsync("query_range", new() { ["query"] = query, ["start"] = Seconds(from), ["end"] = Seconds(to), ["step"] = "1" });

    /// <summary>The values that a label has in any series.</summary>
    public async Task<string[]> LabelValuesAsync(string label)
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync($"/api/v1/label/{label}/values"));
        return [.. answer.RootElement.GetProperty("data").EnumerateArray().Select(v => v.GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _client.Dispose();
        _process.Dispose();
        _folder.Dispose();
    }

    async Task<IReadOnlyList<double>> QueryAsync(string query)
    {
        try
        {
            string text = await _client.GetStringAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}");
            using var answer = JsonDocument.Parse(text);
            var result = answer.RootElement.GetProperty("data").GetProperty("result");
            return [.. result.EnumerateArray().Select(r => double.Parse(r.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture))];
        }
        catch (HttpRequestException)
        {
            // It is still starting.
            return [];
        }
    }

    async Task<int> CountAnsweredAsync(string method, Dictionary<string, string> parameters)
    {
        // A form, for queries that are too long for an address.
        using var response = await _client.PostAsync($"/api/v1/{method}", new FormUrlEncodedContent(parameters));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(response.IsSuccessStatusCode, $"{parameters["query"]}: {answer.RootElement}");
        return answer.RootElement.GetProperty("data").GetProperty("result").GetArrayLength();
    }

    static string Seconds(DateTimeOffset time) => (time.ToUnixTimeMilliseconds() / 1000.0).ToString(CultureInfo.InvariantCulture);
}
