using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>The program itself, serving on free ports of the loopback interface until it is told to stop.</summary>
sealed partial class ExporterProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly List<string> _log = [];
    readonly List<string> _output = [];
    readonly Task _reading;

    ExporterProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardError, _log), ReadAsync(process.StandardOutput, _output));
    }

    public HttpClient Main { get; private set; } = null!;

    public HttpClient Telemetry { get; private set; } = null!;

    public int Id => _process.Id;

    /// <summary>What it logged so far.</summary>
    public string[] Log => LinesOf(_log);

    /// <summary>What it printed so far.</summary>
    public string[] Output => LinesOf(_output);

    public static Task<ExporterProcess> StartAsync(string configFile, params string[] flags) =>
        StartAsync(BuiltProgram.Start(["run", "--config.file", configFile, .. flags]));

    /// <summary>Starts it by any command line that serves.</summary>
    public static async Task<ExporterProcess> StartAsync(ProcessStartInfo start)
    {
        start.ArgumentList.Add("--web.listen-address=127.0.0.1:0");
        start.ArgumentList.Add("--web.telemetry-address=127.0.0.1:0");
        var exporter = new ExporterProcess(Process.Start(start)!);
        try
        {
            // It listens on the main address first, and says so in this order.
            var addresses = await Eventually.GetAsync(() => exporter.Addresses(), a => a.Length == 2 || exporter._process.HasExited);
            if (addresses.Length < 2) throw new InvalidOperationException($"The exporter did not start:\n{string.Join('\n', exporter.Log)}");
            exporter.Main = new HttpClient { BaseAddress = addresses[0], Timeout = BuiltProgram.Patience };
            exporter.Telemetry = new HttpClient { BaseAddress = addresses[1], Timeout = BuiltProgram.Patience };
            return exporter;
        }
        catch
        {
            await exporter.DisposeAsync();
            throw;
        }
    }

    public async Task<Scrape> ScrapeAsync() => Scrape.Parse(await Main.GetStringAsync("/metrics"));

    public async Task<Scrape> ScrapeOwnAsync() => Scrape.Parse(await Telemetry.GetStringAsync("/metrics"));

    /// <summary>Scrapes until it is as expected.</summary>
    public Task<Scrape> ScrapeUntilAsync(Predicate<Scrape> expected) => Eventually.GetAsync(ScrapeAsync, expected);

    /// <summary>Sends a signal by its name, such as <c>HUP</c>.</summary>
    public async Task SignalAsync(string name)
    {
        var start = new ProcessStartInfo("kill") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-" + name);
        start.ArgumentList.Add(_process.Id.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(0, (await Finished.RunAsync(start)).ExitCode);
    }

    /// <summary>Asks it to stop and waits until it has.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await ExitAsync();
    }

    /// <summary>Ends it as a fault in it, or a lack of memory, would: it can do nothing any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(BuiltProgram.Patience);
        await _process.WaitForExitAsync(limit.Token);
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
        Main?.Dispose();
        Telemetry?.Dispose();
        _process.Dispose();
    }

    static async Task ReadAsync(StreamReader stream, List<string> lines)
    {
        while (await stream.ReadLineAsync() is { } line)
            lock (lines) lines.Add(line);
    }

    static string[] LinesOf(List<string> lines)
    {
        lock (lines) return [.. lines];
    }

    Uri[] Addresses() => [.. Log.Select(l => Listening().Match(l)).Where(m => m.Success).Select(m => new Uri(m.Groups[1].Value))];

    [GeneratedRegex("Listening.*(https?://[^\" ]+)")]
    private static partial Regex Listening();
}
