namespace ModelExporter.Sources.Files;

/// <summary>What a tail has done so far; written by one tail, read by any thread.</summary>
public sealed class FileTailCounters
{
    readonly long[] _errors = new long[Enum.GetValues<FileError>().Length];
    long _filesOpen;
    long _bytesRead;
    long _rotations;
    long _truncations;
    long _linesTooLong;
    long _lagBytes;

    /// <summary>Files held open now.</summary>
    public long FilesOpen => Interlocked.Read(ref _filesOpen);

    /// <summary>Bytes of content done with: taken by the sink or dropped with a line that was too long.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>How often a new file took the name of a followed one.</summary>
    public long Rotations => Interlocked.Read(ref _rotations);

    /// <summary>How often a followed file was cut or rewritten in place.</summary>
    public long Truncations => Interlocked.Read(ref _truncations);

    /// <summary>Lines dropped because they were longer than allowed.</summary>
    public long LinesTooLong => Interlocked.Read(ref _linesTooLong);

    /// <summary>Bytes not read yet as of the last look at the files; of gzip files the compressed length.</summary>
    public long LagBytes => Interlocked.Read(ref _lagBytes);

    /// <summary>How many failures of a kind there were; one that lasts counts once.</summary>
    public long Errors(FileError error) => Interlocked.Read(ref _errors[(int)error]);

    internal void Consumed(long bytes) => Interlocked.Add(ref _bytesRead, bytes);

    internal void Rotated() => Interlocked.Increment(ref _rotations);

    internal void Truncated() => Interlocked.Increment(ref _truncations);

    internal void LineTooLong() => Interlocked.Increment(ref _linesTooLong);

    internal void Failed(FileError error) => Interlocked.Increment(ref _errors[(int)error]);

    internal void Now(long filesOpen, long lagBytes)
    {
        Interlocked.Exchange(ref _filesOpen, filesOpen);
        Interlocked.Exchange(ref _lagBytes, lagBytes);
    }
}
