using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

public class FileWatcherWakerTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Waker_SomethingChangesInAWatchedDirectory_EndsTheWait()
    {
        await using var bench = new TailBench();
        using var waker = new FileWatcherWaker(TimeProvider.System, NullLogger.Instance);
        Directory.CreateDirectory(bench["logs"]);
        waker.Watch(new HashSet<string> { bench["logs"] });
        var wait = waker.WaitAsync(TimeSpan.FromHours(1), CancellationToken.None);

        bench.Append("logs/pred.jsonl", "one\n");

        await wait.WaitAsync(Patience);
    }

    [Fact]
    public async Task Waker_NothingChanges_TheWaitEndsWithTheInterval()
    {
        var time = new FakeTimeProvider();
        using var waker = new FileWatcherWaker(time, NullLogger.Instance);
        waker.Watch(new HashSet<string> { "/nowhere/at/all" });
        var wait = waker.WaitAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        Assert.False(wait.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(1));

        await wait.WaitAsync(Patience);
    }

    [Fact]
    public async Task Waker_IsCancelled_TheWaitIsToo()
    {
        using var waker = new FileWatcherWaker(new FakeTimeProvider(), NullLogger.Instance);
        using var stop = new CancellationTokenSource();
        var wait = waker.WaitAsync(TimeSpan.FromSeconds(1), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience));
    }

    [Fact]
    public async Task Tail_WithItsOwnWaker_FollowsAFile()
    {
        await using var bench = new TailBench();
        using var stop = new CancellationTokenSource();
        var options = new FileTailOptions { Paths = [bench["pred*.jsonl"]] };
        var running = new FileTail(options, bench.Sink, TimeProvider.System, bench.Logger, bench.Counters).RunAsync(stop.Token);

        bench.Append("pred.jsonl", "one\n");
        await bench.Sink.Entered.WaitAsync(Patience);
        Assert.Equal("one|", bench.Text);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
