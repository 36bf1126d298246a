using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelExporter.Http;
using ModelExporter.Logging;
using ModelExporter.Pipeline;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Http;

/// <summary>An exporter with both of its surfaces, in the process of the test.</summary>
sealed class RunningExporter : IAsyncDisposable
{
    readonly TestFolder _folder = new();
    readonly WebApplication _app;

    RunningExporter(string config, WebOptions options)
    {
        ConfigFile = _folder.Write("config.yml", config);
        Exporter = new Exporter(ConfigFile, TimeProvider.System, NullLoggerFactory.Instance);
        var loopback = new ListenAddress(IPAddress.Loopback, 0);
        _app = WebServer.Build(
            options with { Main = [loopback], Telemetry = [loopback] }, new LogOptions(LogLevel.Critical), Exporter, Exporter.Load(ConfigFile).Plan?.Names ?? 0, TimeProvider.System);
    }

    public string ConfigFile { get; }

    public Exporter Exporter { get; }

    /// <summary>Where it listens: main, telemetry, and then where it is pushed to, if that is elsewhere.</summary>
    public Uri[] Addresses { get; private set; } = [];

    public HttpClient Main { get; private set; } = null!;

    public HttpClient Telemetry { get; private set; } = null!;

    /// <summary>Starts it; <paramref name="change"/> makes of the plan what no config file can say.</summary>
    public static async Task<RunningExporter> StartAsync(string config = ChurnLog.Config, WebOptions? options = null, Func<Plan, Plan>? change = null)
    {
        var running = await ListenAsync(config, options);
        var (plan, hash, errors) = Exporter.Load(running.ConfigFile);
        Assert.Empty(errors);
        running.Exporter.Start(change is null ? plan! : change(plan!), hash);
        return running;
    }

    /// <summary>Starts only what listens, as it is for a moment before the pipeline runs.</summary>
    public static async Task<RunningExporter> ListenAsync(string config = ChurnLog.Config, WebOptions? options = null)
    {
        var running = new RunningExporter(config, options ?? new WebOptions());
        await running._app.StartAsync();
        running.Addresses = [.. WebServer.Addresses(running._app).Select(a => new Uri(a))];
        running.Main = new HttpClient { BaseAddress = running.Addresses[0], Timeout = BuiltProgram.Patience };
        running.Telemetry = new HttpClient { BaseAddress = running.Addresses[1], Timeout = BuiltProgram.Patience };
        return running;
    }

    public Task<HttpResponseMessage> PushAsync(string path, IEnumerable<string> lines) => PushAsync(path, string.Join('\n', lines));

    public Task<HttpResponseMessage> PushAsync(string path, string body) => Main.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    public async Task<Scrape> ScrapeAsync() => Scrape.Parse(await Main.GetStringAsync("/metrics"));

    public async Task<Scrape> ScrapeOwnAsync() => Scrape.Parse(await Telemetry.GetStringAsync("/metrics"));

    public async ValueTask DisposeAsync()
    {
        Main.Dispose();
        Telemetry.Dispose();
        await _app.StopAsync();
        await Exporter.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
