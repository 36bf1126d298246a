using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

/// <summary>Debian's Alertmanager with the shipped config, its receivers replaced by one of the test, in haste.</summary>
sealed class AlertmanagerServer : IAsyncDisposable
{
    public const string Name = "prometheus-alertmanager";

    const string ShippedReceiver = "http://alert-receiver:8080/";

    public static readonly string Config = Repository.PathOf("deploy", "alertmanager", "alertmanager.yml");

    readonly TestFolder _folder = new();
    readonly Process _process;
    readonly Task _reading;
    readonly HttpClient _client;

    /// <param name="receiver">Where its receivers are.</param>
    public AlertmanagerServer(Uri receiver)
    {
        string shipped = File.ReadAllText(Config);
        Assert.Contains(ShippedReceiver, shipped, StringComparison.Ordinal);
        string config = _folder.Write("alertmanager.yml", Haste.OfRoutes(shipped).Replace(ShippedReceiver, receiver.ToString(), StringComparison.Ordinal));
        Address = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}");
        _process = Process.Start(new ProcessStartInfo(Name,
        [
            $"--config.file={config}", $"--storage.path={_folder["data"]}", $"--web.listen-address={Address.Authority}", "--cluster.listen-address=", "--log.level=warn",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _reading = Task.WhenAll(_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        _client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>Lets an alert fire, as a Prometheus would.</summary>
    public async Task FireAsync(params (string Name, string Value)[] labels)
    {
        string alert = JsonSerializer.Serialize(new[] { new { labels = labels.ToDictionary(l => l.Name, l => l.Value) } });
        (await _client.PostAsync("/api/v2/alerts", new StringContent(alert, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
    }

    /// <summary>Whether it answers yet.</summary>
    public async Task<bool> IsReadyAsync()
    {
        try
        {
            return (await _client.GetAsync("/-/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The names of the alerts that it knows and tells nobody because another one says enough.</summary>
    public async Task<string[]> InhibitedAsync()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync("/api/v2/alerts?inhibited=true&active=false"));
        return [.. answer.RootElement.EnumerateArray()
            .Where(a => a.GetProperty("status").GetProperty("inhibitedBy").GetArrayLength() > 0)
            .Select(a => a.GetProperty("labels").GetProperty("alertname").GetString()!)];
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
}
