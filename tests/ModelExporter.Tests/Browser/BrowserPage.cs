using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Browser;

/// <summary>A page in Chromium without a window, driven over its DevTools protocol.</summary>
sealed partial class BrowserPage : IAsyncDisposable
{
    public const string Program = "chromium";

    static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    readonly Process _chromium;
    readonly TestFolder _profile;
    readonly ClientWebSocket _socket = new();
    int _id;

    BrowserPage(Process chromium, TestFolder profile)
    {
        _chromium = chromium;
        _profile = profile;
    }

    public static async Task<BrowserPage> OpenAsync(Uri address, int width = 1280, int height = 1000)
    {
        var profile = new TestFolder();
        var start = new ProcessStartInfo(Program) { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] flags =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile["profile"]}", $"--window-size={width},{height}", "about:blank",
        ];
        foreach (string flag in flags) start.ArgumentList.Add(flag);
        var page = new BrowserPage(Process.Start(start)!, profile);
        try
        {
            await page.ConnectAsync();
            await page.CallAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });
            await page.CallAsync("Page.navigate", new { url = address.ToString() });
            await page.EvaluateUntilAsync("document.readyState + ' ' + location.href", text => text == $"complete {address}");
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>What an expression of JavaScript says in the page, as text.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new { expression = $"String({expression})", returnByValue = true });
        if (answer.TryGetProperty("exceptionDetails", out var exception)) throw new InvalidOperationException(exception.ToString());
        return answer.GetProperty("result").GetProperty("value").GetString()!;
    }

    /// <summary>Asks again and again until the answer is as expected.</summary>
    public Task<string> EvaluateUntilAsync(string expression, Predicate<string> expected) => Eventually.GetAsync(() => EvaluateAsync(expression), expected);

    /// <summary>Presses a key, as Tab or Enter.</summary>
    public async Task PressAsync(string key)
    {
        string? text = key == "Enter" ? "\r" : null;
        await CallAsync("Input.dispatchKeyEvent", new { type = "keyDown", key, code = key, windowsVirtualKeyCode = key == "Enter" ? 13 : 9, text });
        await CallAsync("Input.dispatchKeyEvent", new { type = "keyUp", key, code = key, windowsVirtualKeyCode = key == "Enter" ? 13 : 9 });
    }

    public async Task PreferDarkAsync() =>
        await CallAsync("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = "dark" } } });

    /// <summary>The whole page as PNG.</summary>
    public async Task<byte[]> ScreenshotAsync()
    {
        var answer = await CallAsync("Page.captureScreenshot", new { format = "png", captureBeyondViewport = true });
        return answer.GetProperty("data").GetBytesFromBase64();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_chromium.HasExited) _chromium.Kill(entireProcessTree: true);
        await _chromium.WaitForExitAsync();
        _chromium.Dispose();
        _profile.Dispose();
    }

    async Task ConnectAsync()
    {
        string log = "";
        Match listening;
        while (!(listening = Listening().Match(log)).Success)
            log += await _chromium.StandardError.ReadLineAsync() ?? throw new InvalidOperationException($"Chromium did not start:\n{log}");
        // What it goes on saying must not fill the pipe.
        _ = _chromium.StandardError.ReadToEndAsync();
        _ = _chromium.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient();
        using var targets = JsonDocument.Parse(await Eventually.GetAsync(
            () => client.GetStringAsync($"http://{listening.Groups[1].Value}/json/list"), text => text.Contains("webSocketDebuggerUrl", StringComparison.Ordinal)));
        var target = targets.RootElement.EnumerateArray().First(t => t.GetProperty("type").GetString() == "page");
        await _socket.ConnectAsync(new Uri(target.GetProperty("webSocketDebuggerUrl").GetString()!), CancellationToken.None);
    }

    async Task<JsonElement> CallAsync(string method, object parameters)
    {
        using var limit = new CancellationTokenSource(BuiltProgram.Patience);
        int id = ++_id;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }, WithoutNulls), WebSocketMessageType.Text, true, limit.Token);
        while (true)
        {
            var answer = await ReceiveAsync(limit.Token);
            if (!answer.TryGetProperty("id", out var answered) || answered.GetInt32() != id) continue;
            return answer.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException($"{method}: {answer}");
        }
    }

    async Task<JsonElement> ReceiveAsync(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, cancellation);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonDocument.Parse(message.ToArray()).RootElement;
        }
    }

    [GeneratedRegex("DevTools listening on ws://([^/]+)/")]
    private static partial Regex Listening();
}
