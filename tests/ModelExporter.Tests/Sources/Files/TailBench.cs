using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

/// <summary>A temporary directory with a tail on it that runs a round whenever the test says so.</summary>
sealed class TailBench : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("tail");
    readonly CancellationTokenSource _stop = new();
    Task? _running;

    public ManualWaker Waker { get; } = new();

    public CollectingSink Sink { get; } = new();

    public FileTailCounters Counters { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public RecordingLogger Logger { get; } = new();

    public string Text => Sink.Text;

    public string this[string name] => Path.Combine(_directory.FullName, name);

    public static byte[] Compress(string text, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    /// <summary>Lines that differ from each other and are longer than the part of a file that is compared.</summary>
    public static string Lines(string prefix, int count = 200) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"{prefix}-{i:D6}\n"));

    public void Append(string name, string text) => File.AppendAllText(this[name], text);

    public void Write(string name, byte[] content) => File.WriteAllBytes(this[name], content);

    public void Move(string from, string to) => File.Move(this[from], this[to], overwrite: true);

    /// <summary>Cuts the file to nothing in place, as <c>copytruncate</c> does after copying.</summary>
    public void Truncate(string name)
    {
        using var file = new FileStream(this[name], FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(0);
    }

    /// <summary>Starts the tail and lets it read what is there.</summary>
    public async Task FollowAsync(Func<FileTailOptions, FileTailOptions> with, params string[] patterns)
    {
        Begin(with, patterns);
        await IdleAsync();
    }

    public Task FollowAsync(params string[] patterns) => FollowAsync(o => o, patterns);

    public void Begin(Func<FileTailOptions, FileTailOptions> with, params string[] patterns)
    {
        var options = with(new FileTailOptions { Paths = [.. patterns.Select(p => this[p])] });
        var tail = new FileTail(options, Sink, Time, Logger, Counters, Waker);
        _running = Task.Run(() => tail.RunAsync(_stop.Token));
    }

    /// <summary>Reads everything once and ends.</summary>
    public async Task ReadOnceAsync(Func<FileTailOptions, FileTailOptions> with, params string[] patterns)
    {
        Begin(o => with(o) with { Once = true }, patterns);
        await _running!.WaitAsync(Patience);
    }

    public Task ReadOnceAsync(params string[] patterns) => ReadOnceAsync(o => o, patterns);

    /// <summary>Runs one round.</summary>
    public async Task RoundAsync()
    {
        Waker.Wake();
        await IdleAsync();
    }

    /// <summary>Waits as long as a rotated file is kept open, then runs a round.</summary>
    public Task LingerAsync()
    {
        Time.Advance(FileTail.Linger);
        return RoundAsync();
    }

    public async Task IdleAsync()
    {
        var ended = await Task.WhenAny(Waker.IdleAsync(), _running!).WaitAsync(Patience);
        await ended;
        Assert.False(_running!.IsCompleted, "the tail has ended");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_running is not null)
            await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
        _directory.Delete(recursive: true);
    }
}
