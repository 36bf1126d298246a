using System.Net;
using System.Text.Json;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

/// <summary>Takes what an Alertmanager sends, each receiver at a path of its own.</summary>
sealed class WebhookReceiver : IAsyncDisposable
{
    readonly HttpListener _listener = new();
    readonly List<Page[]> _messages = [];
    readonly Task _loop;

    public WebhookReceiver()
    {
        Address = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _loop = ListenAsync();
    }

    public Uri Address { get; }

    /// <summary>The messages so far, in the order in which they came.</summary>
    public IReadOnlyList<Page[]> Messages
    {
        get
        {
            lock (_messages) return [.. _messages];
        }
    }

    /// <summary>The alerts that a receiver was told to be firing.</summary>
    public IEnumerable<Page> Firing(string receiver) => Messages.SelectMany(m => m).Where(p => p.Receiver == receiver && p.IsFiring);

    public Task<Page?> PageAsync(string receiver, string alert) =>
        Eventually.GetAsync(() => Firing(receiver).FirstOrDefault(p => p.Alert == alert), page => page is not null);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Close();
    }

    async Task ListenAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var message = await JsonDocument.ParseAsync(context.Request.InputStream);
            var pages = message.RootElement.GetProperty("alerts").EnumerateArray().Select(a => PageOf(context.Request.Url!.AbsolutePath[1..], a)).ToArray();
            lock (_messages) _messages.Add(pages);
            context.Response.Close();
        }
    }

    static Page PageOf(string receiver, JsonElement alert)
    {
        var labels = Texts(alert.GetProperty("labels"));
        return new Page(receiver, labels["alertname"], alert.GetProperty("status").GetString() == "firing", labels, Texts(alert.GetProperty("annotations")));
    }

    static Dictionary<string, string> Texts(JsonElement map) => map.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
}
