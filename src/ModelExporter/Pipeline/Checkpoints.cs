using ModelExporter.Checkpoints;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>Writes the checkpoints of one pipeline, one at a time.</summary>
sealed partial class Checkpoints : ICheckpoints
{
    readonly MonitoringPipeline _pipeline;
    readonly CheckpointStore? _store;
    readonly TimeProvider _time;
    readonly ILogger<Checkpoints> _logger;
    readonly Gate _passages;
    readonly SemaphoreSlim _writing = new(1);
    long _keptProgress = -1;
    bool _isFailing;

    /// <param name="pipeline">What they are of.</param>
    /// <param name="store">Where they are kept; null = they are not.</param>
    /// <param name="passages">How many sources and pushes there can be at once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it says what happens.</param>
    public Checkpoints(MonitoringPipeline pipeline, CheckpointStore? store, int passages, TimeProvider time, ILogger<Checkpoints> logger)
    {
        (_pipeline, _store, _time, _logger) = (pipeline, store, time, logger);
        _passages = new Gate(passages);
    }

    public bool AreKept => _store is not null;

    public ValueTask<IDisposable> EnterAsync(CancellationToken cancellation) => _passages.EnterAsync(cancellation);

    /// <summary>Writes one at every interval in which records came, until cancelled.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellation)
    {
        if (_store is null) return;
        using var timer = new PeriodicTimer(interval, _time);
        while (await timer.WaitForNextTickAsync(cancellation)) await WriteAsync(cancellation);
    }

    public async Task<bool> WriteAsync(CancellationToken cancellation)
    {
        if (_store is not { } store) return false;
        await _writing.WaitAsync(cancellation);
        try
        {
            await WriteAsync(store);
            if (_isFailing) Log.WrittenAgain(_logger, store.Folder);
            _isFailing = false;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            store.Counters.Fail(CheckpointFailure.Write);
            if (!_isFailing) Log.CannotWrite(_logger, store.Folder, e.Message);
            _isFailing = true;
            return false;
        }
        catch (Exception e)
        {
            store.Counters.Fail(CheckpointFailure.Fault);
            Log.Failed(_logger, e);
            return false;
        }
        finally
        {
            _writing.Release();
        }
    }

    async Task WriteAsync(CheckpointStore store)
    {
        if (_pipeline.Progress == _keptProgress) return;
        long started = _time.GetTimestamp();
        long now = Clock.Microseconds(_time);
        long progress;
        Cut cut;
        using (await _passages.CloseAsync())
        {
            progress = _pipeline.Progress;
            cut = await _pipeline.CutAsync();
        }
        var held = _time.GetElapsedTime(started);
        var models = await Task.WhenAll(cut.Models);
        // The large part of it is read while it is written, so not on a thread that has anything else to do.
        long bytes = await Task.Run(() => store.Write(cut.Sections.Concat(models.SelectMany(m => m.Sections)), now));
        var slowest = models.Select(m => m.Pause).DefaultIfEmpty().Max();
        store.Counters.Wrote(new WrittenCheckpoint(now / 1e6, bytes, _time.GetElapsedTime(started), held + slowest));
        _keptProgress = progress;
        foreach (var source in _pipeline.Sources) source.Kept(cut.Positions[source.Name]);
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Cannot write a checkpoint; trying again at every interval, and a restart would go back to the last one")]
        public static partial void CannotWrite(ILogger logger, string folder, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Checkpoints can be written again")]
        public static partial void WrittenAgain(ILogger logger, string folder);

        [LoggerMessage(Level = LogLevel.Error, Message = "A checkpoint failed. Please report this")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
