namespace ModelExporter.Sources.Files;

/// <summary>A file that was found, and how far it has been read; owned by the loop of its tail.</summary>
abstract class FollowedFile(string path, FileStatus status) : IDisposable
{
    bool _superseded;
    ReadOnlyMemory<byte> _header;
    int _headerGeneration = -1;

    public FileIdentity Identity { get; } = status.Identity;

    public string Path { get; private set; } = path;

    public FileStatus Status { get; protected set; } = status;

    /// <summary>Whether a pattern still matches it.</summary>
    public bool IsListed { get; private set; } = true;

    /// <summary>Whether its writer will leave it: it was moved out of its patterns, or a new file has its name.</summary>
    public bool IsRetired => _superseded || !IsListed;

    /// <summary>When something last happened to it; a timestamp of the tail's clock.</summary>
    public long LastActivity { get; set; }

    /// <summary>The file this one seems to be a copy of and waits for.</summary>
    public FollowedFile? Original { get; private set; }

    /// <summary>Which generation of the original it is a copy of.</summary>
    public int OriginalGeneration { get; private set; }

    /// <summary>Counts how often the content began anew.</summary>
    public int Generation { get; protected set; }

    public bool IsClosed { get; private set; }

    /// <summary>The last offset the sink was told.</summary>
    public long ReportedOffset { get; set; }

    public abstract FileHead Head { get; }

    public FilePosition Position => new(Path, Identity.Device, Identity.Inode, Offset, Head.Fingerprint(Offset));

    /// <summary>Bytes not read yet.</summary>
    public abstract long Lag { get; }

    /// <summary>Whether a handle is held on it.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Whether the position lies between lines, so that reading can go on from there.</summary>
    public abstract bool IsBetweenLines { get; }

    /// <summary>Whether nothing is wrong with it.</summary>
    public abstract bool IsIntact { get; }

    /// <summary>The byte after the last line taken.</summary>
    protected long Offset { get; set; }

    public void List(string path, FileStatus now)
    {
        Path = path;
        Status = now;
        IsListed = true;
    }

    public void Unlist(long timestamp)
    {
        if (IsListed)
            LastActivity = timestamp;
        IsListed = false;
    }

    public void Supersede(long timestamp)
    {
        _superseded = true;
        LastActivity = timestamp;
    }

    public void WaitFor(FollowedFile original, long timestamp)
    {
        Original = original;
        OriginalGeneration = original.Generation;
        LastActivity = timestamp;
    }

    /// <summary>Sets where reading starts, before the first turn.</summary>
    public void StartAt(long offset)
    {
        Original = null;
        Offset = offset;
    }

    /// <summary>Starts behind the part that was read in another file.</summary>
    public virtual void StartBehind(long copied) => StartAt(copied);

    /// <summary>Starts behind what is there now.</summary>
    public abstract void StartAtEnd();

    /// <summary>Starts a turn: what is there now will be read, what is written meanwhile waits for the next turn.</summary>
    public abstract ValueTask BeginAsync(LineBlockReader reader, CancellationToken cancellation);

    /// <summary>Reads the next block of lines; empty at the end of the turn.</summary>
    public abstract ValueTask<ReadOnlyMemory<byte>> NextAsync(LineBlockReader reader, CancellationToken cancellation);

    /// <summary>Takes the last line that has no newline, right after the turn, when no more is expected.</summary>
    public abstract ReadOnlyMemory<byte> TakeRest(LineBlockReader reader);

    /// <summary>The first line of the content, without its newline; empty if it is longer than a line may be. The same memory at every call, until the content begins anew.</summary>
    /// <param name="lines">The block that was read last, which most often holds it.</param>
    /// <param name="maxLineBytes">Its greatest length.</param>
    /// <param name="cancellation">Stops it.</param>
    public async ValueTask<ReadOnlyMemory<byte>> HeaderAsync(ReadOnlyMemory<byte> lines, int maxLineBytes, CancellationToken cancellation)
    {
        if (_headerGeneration == Generation)
            return _header;

        // Read from the block where that is the beginning: the file may have been cut since.
        var start = Offset == lines.Length ? lines : await ReadStartAsync(maxLineBytes + 1, cancellation);
        var end = start.Span.IndexOf((byte)'\n');
        _header = end >= 0 ? start[..end].ToArray() : start.Length <= maxLineBytes ? start : default;
        _headerGeneration = Generation;
        return _header;
    }

    public void Dispose()
    {
        IsClosed = true;
        Close();
    }

    /// <summary>Reads the beginning of the content, at least to the end of its first line or as far as is asked.</summary>
    protected abstract ValueTask<ReadOnlyMemory<byte>> ReadStartAsync(int bytes, CancellationToken cancellation);

    protected abstract void Close();
}
