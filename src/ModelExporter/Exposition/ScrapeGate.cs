using ModelExporter.Engine.Metrics;
using ModelExporter.Pipeline;

namespace ModelExporter.Exposition;

/// <summary>Lets one scrape at a time through: snapshots of every model are applied to the registry, then the registry is written. Every scrape is one consistent moment.</summary>
public sealed partial class ScrapeGate(Exporter exporter, ModelRegistry registry, TimeProvider time, ILogger<ScrapeGate> logger)
{
    /// <summary>How long a scrape may take when Prometheus does not say.</summary>
    static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(10);

    /// <summary>What is kept for writing and the way back.</summary>
    static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(500);

    readonly SemaphoreSlim _one = new(1);
    long _stale;

    /// <summary>Series of the last scrape, by model.</summary>
    public IReadOnlyDictionary<string, int> Series { get; private set; } = new Dictionary<string, int>();

    /// <summary>Times a model's last snapshot was served because a new one did not come in time.</summary>
    public long Stale => Interlocked.Read(ref _stale);

    /// <summary>How long the last scrape took, in seconds.</summary>
    public double LastDuration { get; private set; }

    /// <summary>Waits for its turn and applies fresh snapshots; the registry is the caller's until it is disposed.</summary>
    /// <returns>Null when its turn did not come before the deadline.</returns>
    public async Task<IDisposable?> EnterAsync(TimeSpan? timeout, CancellationToken cancellation)
    {
        var deadline = timeout is { } given && given > Reserve ? given - Reserve : DefaultDeadline;
        long started = time.GetTimestamp();
        if (!await _one.WaitAsync(deadline, cancellation)) return null;
        try
        {
            registry.Apply(await SnapshotsAsync(deadline - time.GetElapsedTime(started), cancellation));
            return new Turn(this, started);
        }
        catch
        {
            _one.Release();
            throw;
        }
    }

    async Task<List<Snapshot>> SnapshotsAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(patience > TimeSpan.Zero ? patience : TimeSpan.FromMilliseconds(1));
        var loops = exporter.Pipeline.Loops;
        var answers = loops.Select(loop => (loop, snapshot: loop.SnapshotAsync(deadline.Token))).ToList();
        var snapshots = new List<Snapshot>();
        var series = new Dictionary<string, int>();
        foreach (var (loop, answer) in answers)
        {
            var snapshot = await OrLast(loop, answer);
            if (snapshot is null) continue;
            snapshots.Add(snapshot);
            series[loop.Model] = snapshot.Series;
        }
        Series = series;
        return snapshots;
    }

    /// <summary>One model that is slow, or whose snapshot fails, must not cost the others' metrics.</summary>
    async Task<Snapshot?> OrLast(ModelLoop loop, Task<Snapshot> answer)
    {
        try
        {
            return await answer;
        }
        catch (Exception e)
        {
            Interlocked.Increment(ref _stale);
            Log.Stale(logger, loop.Model, e.Message);
            return loop.LastSnapshot;
        }
    }

    sealed class Turn(ScrapeGate gate, long started) : IDisposable
    {
        public void Dispose()
        {
            gate.LastDuration = gate.Elapsed(started);
            gate._one.Release();
        }
    }

    double Elapsed(long started) => time.GetElapsedTime(started).TotalSeconds;

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A model's last snapshot is served instead of a new one")]
        public static partial void Stale(ILogger logger, string model, string reason);
    }
}
