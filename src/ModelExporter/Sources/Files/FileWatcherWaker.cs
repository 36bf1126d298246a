using System.Threading.Channels;

namespace ModelExporter.Sources.Files;

/// <summary>
/// Wakes a tail when the system reports a change in a watched directory. Reports are hints: they may be missing (network file systems,
/// exhausted inotify limits), so the wait always ends with the poll interval.
/// </summary>
sealed partial class FileWatcherWaker(TimeProvider time, ILogger logger) : IWaker
{
    // A user has 128 inotify instances by default and each watcher takes one.
    const int MaxWatchers = 16;

    // A busy writer causes a report for every line; ten rounds a second are enough.
    static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(100);

    readonly Dictionary<string, FileSystemWatcher> _watchers = [];
    readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    bool _failed;

    public void Watch(IReadOnlySet<string> directories)
    {
        foreach (var gone in _watchers.Keys.Where(d => !directories.Contains(d)).ToList())
        {
            _watchers[gone].Dispose();
            _watchers.Remove(gone);
        }

        foreach (var directory in directories)
        {
            if (_watchers.Count < MaxWatchers && !_failed && !_watchers.ContainsKey(directory))
                Start(directory);
        }
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            var changed = _changes.Reader.WaitToReadAsync(limit.Token).AsTask();
            var first = await Task.WhenAny(changed, Task.Delay(atMost, time, limit.Token));
            await limit.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            if (first == changed)
                await Task.Delay(Settle < atMost ? Settle : atMost, time, cancellation);
        }

        while (_changes.Reader.TryRead(out _))
        {
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
            watcher.Dispose();
        _watchers.Clear();
    }

    void Start(string directory)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(directory);
            watcher.Changed += Report;
            watcher.Created += Report;
            watcher.Deleted += Report;
            watcher.Renamed += Report;
            watcher.EnableRaisingEvents = true;
            _watchers.Add(directory, watcher);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A directory that has just gone is found missing by the next scan; anything else will not get better by trying.
            watcher?.Dispose();
            if (Directory.Exists(directory))
            {
                _failed = true;
                Log.CannotWatch(logger, directory, e.Message);
            }
        }
    }

    void Report(object sender, FileSystemEventArgs change) => _changes.Writer.TryWrite(true);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "cannot watch {Directory}: {Reason}; polling instead")]
        public static partial void CannotWatch(ILogger logger, string directory, string reason);
    }
}
