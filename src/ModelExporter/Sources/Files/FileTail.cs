namespace ModelExporter.Sources.Files;

/// <summary>
/// Follows files by pattern, as <c>tail -F</c> does, through rotation, truncation, compression and late appearance, and hands their lines
/// to a sink in blocks; every line once, in the order of its file.
/// </summary>
/// <remarks>
/// A file moved out of its patterns is read until it was quiet for <see cref="Linger"/>, as its writer may not have reopened its log yet;
/// only then is a last line without newline taken for finished. What is written and removed within one poll interval is never seen.
/// </remarks>
public sealed class FileTail
{
    /// <summary>How long a file that was rotated away is still expected to be written to.</summary>
    internal static readonly TimeSpan Linger = TimeSpan.FromSeconds(10);

    readonly FileTailOptions _options;
    readonly ILineSink _sink;
    readonly TimeProvider _time;
    readonly FileTailCounters _counters;
    readonly FileJournal _journal;
    readonly FollowedFiles _files;
    readonly LineBlockReader _reader;
    readonly IWaker _waker;
    long _scanned;

    public FileTail(FileTailOptions options, ILineSink sink, TimeProvider time, ILogger<FileTail> logger, FileTailCounters counters)
        : this(options, sink, time, logger, counters, new FileWatcherWaker(time, logger))
    {
    }

    internal FileTail(
        FileTailOptions options, ILineSink sink, TimeProvider time, ILogger<FileTail> logger, FileTailCounters counters, IWaker waker)
    {
        (_options, _sink, _time, _counters, _waker) = (options, sink, time, counters, waker);
        _journal = new FileJournal(logger, counters, new FileHistory(options.Resume));
        _files = new FollowedFiles(options, _journal, time);
        _reader = new LineBlockReader(options.MaxLineBytes, counters);
    }

    /// <summary>Runs until cancelled, or in <see cref="FileTailOptions.Once"/> mode until everything is read; fails only if the sink does.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await ScanAsync(cancellation);
                foreach (var file in _files.InReadingOrder())
                {
                    if (!_files.IsWaiting(file))
                        await ReadAsync(file, cancellation);
                }

                Count();
                if (_options.Once)
                    return;
                await _waker.WaitAsync(_options.PollInterval, cancellation);
            }
        }
        finally
        {
            _files.CloseAll();
            _waker.Dispose();
            Count();
        }
    }

    async ValueTask ScanAsync(CancellationToken cancellation)
    {
        _scanned = _time.GetTimestamp();
        await _files.ScanAsync(cancellation);
        if (!_options.Once)
            _waker.Watch(_files.Directories);
        Count();
    }

    async ValueTask ReadAsync(FollowedFile file, CancellationToken cancellation)
    {
        var begun = false;
        while (true)
        {
            ReadOnlyMemory<byte> lines;
            try
            {
                if (!begun)
                    await file.BeginAsync(_reader, cancellation);
                begun = true;
                lines = await file.NextAsync(_reader, cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The next scan finds it again, if it is still there, and it goes on where it was left.
                if (e is not FileNotFoundException)
                    _journal.Failed(file.Path, FileError.Io, e.Message);
                _files.Close(file);
                return;
            }

            if (lines.IsEmpty)
                break;
            await DeliverAsync(file, lines, cancellation);
            // A long catch-up must not miss that other files are rotated.
            if (!_options.Once && _time.GetElapsedTime(_scanned) >= _options.PollInterval)
                await ScanAsync(cancellation);
        }

        await EndTurnAsync(file, cancellation);
    }

    async ValueTask EndTurnAsync(FollowedFile file, CancellationToken cancellation)
    {
        var isLeft = file.IsRetired && _time.GetElapsedTime(file.LastActivity) >= Linger;
        if (isLeft || _options.Once)
        {
            var rest = file.TakeRest(_reader);
            if (!rest.IsEmpty)
                await DeliverAsync(file, rest, cancellation);
        }

        if (file.IsIntact)
            _journal.Recovered(file.Path);
        if (file.IsBetweenLines && file.Position.Offset > file.ReportedOffset)
            await DeliverAsync(file, ReadOnlyMemory<byte>.Empty, cancellation);
        if (isLeft && !file.IsListed)
            _files.Close(file);
    }

    async ValueTask DeliverAsync(FollowedFile file, ReadOnlyMemory<byte> lines, CancellationToken cancellation)
    {
        var end = file.Position;
        file.ReportedOffset = end.Offset;
        file.LastActivity = _time.GetTimestamp();
        var header = _options.HasHeader && !lines.IsEmpty ? await HeaderAsync(file, lines, cancellation) : default;
        await _sink.TakeAsync(lines, header, end, cancellation);
    }

    async ValueTask<ReadOnlyMemory<byte>> HeaderAsync(FollowedFile file, ReadOnlyMemory<byte> lines, CancellationToken cancellation)
    {
        try
        {
            return await file.HeaderAsync(lines, _options.MaxLineBytes, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Lines that were read are handed over all the same, to be counted as what cannot be read without a header.
            _journal.Failed(file.Path, FileError.Io, e.Message);
            return default;
        }
    }

    void Count() => _counters.Now(_files.Open, _files.Lag);
}
