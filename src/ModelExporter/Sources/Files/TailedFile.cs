using Microsoft.Win32.SafeHandles;

namespace ModelExporter.Sources.Files;

/// <summary>
/// A plain file followed through its handle, so that renaming it changes nothing. After each read the length and the first bytes are
/// checked: only if they still agree was the block read from the content it was meant for. A file that was cut and has grown again
/// with the very same first 1024 bytes cannot be told from one that was only appended to.
/// </summary>
sealed class TailedFile(string path, FileStatus status, SafeFileHandle handle, FileHead head, FileJournal journal)
    : FollowedFile(path, status)
{
    const int FirstRead = 4096;

    long _until;
    bool _skipping;
    bool _hole;

    public override FileHead Head => head;

    public override long Lag => Math.Max(Status.Length - Offset, 0);

    public override bool IsOpen => !handle.IsClosed;

    public override bool IsBetweenLines => !_skipping;

    public override bool IsIntact => true;

    /// <summary>Asks for the length anew: when an original ends, its copy is complete.</summary>
    public override void StartBehind(long copied) => StartAt(Math.Min(copied, RandomAccess.GetLength(handle)));

    /// <summary>Starts behind what is there; the rest of a line begun before is dropped, as its start is.</summary>
    public override void StartAtEnd()
    {
        Offset = Status.Length;
        Span<byte> last = stackalloc byte[1];
        _skipping = Offset > 0 && RandomAccess.Read(handle, last, Offset - 1) == 1 && last[0] != '\n';
    }

    public override ValueTask BeginAsync(LineBlockReader reader, CancellationToken cancellation)
    {
        if (IsSameContent(Offset))
            reader.Begin(Offset, _skipping);
        else
            Restart(reader);
        _until = RandomAccess.GetLength(handle);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<ReadOnlyMemory<byte>> NextAsync(LineBlockReader reader, CancellationToken cancellation)
    {
        while (reader.End < _until)
        {
            var read = await RandomAccess.ReadAsync(handle, reader.Free, reader.End, cancellation);
            if (!IsSameContent(reader.End))
            {
                Restart(reader);
                _until = RandomAccess.GetLength(handle);
                continue;
            }

            if (read == 0)
                break;

            reader.Filled(read);
            if (_hole)
                _hole = !reader.DropZeros();
            var lines = reader.Take();
            (Offset, _skipping) = (reader.Offset, reader.Skipping);
            if (!lines.IsEmpty)
                return lines;
        }

        return default;
    }

    public override ReadOnlyMemory<byte> TakeRest(LineBlockReader reader)
    {
        var rest = reader.TakeRest();
        Offset = reader.Offset;
        return rest;
    }

    protected override async ValueTask<ReadOnlyMemory<byte>> ReadStartAsync(int bytes, CancellationToken cancellation)
    {
        var start = new byte[Math.Min(bytes, FirstRead)];
        for (var length = 0; ;)
        {
            var read = await RandomAccess.ReadAsync(handle, start.AsMemory(length), length, cancellation);
            var ended = read == 0 || start.AsSpan(length, read).Contains((byte)'\n');
            length += read;
            if (ended || length == bytes)
                return start.AsMemory(0, length);
            if (length == start.Length)
                Array.Resize(ref start, (int)Math.Min(bytes, 2L * length));
        }
    }

    protected override void Close() => handle.Dispose();

    bool IsSameContent(long readTo)
    {
        var length = RandomAccess.GetLength(handle);
        Status = Status with { Length = length };
        return length >= readTo && head.Refresh(handle);
    }

    /// <summary>
    /// Goes to the beginning after a truncation. An unfinished line is gone with the rest of the old content. A writer that does not
    /// append goes on at its old offset, which leaves zeros before it: copytruncate's well-known hole, not part of any line.
    /// </summary>
    void Restart(LineBlockReader reader)
    {
        journal.Truncated(Position);
        head.Clear();
        head.Refresh(handle);
        Generation++;
        (Offset, _skipping, _hole) = (0, false, true);
        ReportedOffset = 0;
        reader.Begin(0, false);
    }
}
