using Microsoft.Win32.SafeHandles;

namespace ModelExporter.Sources.Files;

/// <summary>
/// A compressed file, read whole once, and again only if it changed: a compressor may still be writing it. So that it ends too early is
/// an error only when nothing has been added by the next look, or when there will be none.
/// </summary>
sealed class GzipFile(string path, FileStatus status, FileHead head, FileJournal journal) : FollowedFile(path, status)
{
    GzipContent? _content;
    FileStatus _reading;
    FileStatus? _read;
    bool _endedEarly;

    public override FileHead Head => head;

    public override long Lag => IsRead ? 0 : Status.Length;

    public override bool IsOpen => _content is not null;

    public override bool IsBetweenLines => true;

    public override bool IsIntact => !_endedEarly;

    bool IsRead => _read is { } read && (read.Length, read.LastWrite) == (Status.Length, Status.LastWrite);

    /// <summary>Reads the beginning of the content; empty if there is none yet or it is damaged.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadHeadAsync(string path, FileIdentity identity, CancellationToken cancellation)
    {
        using var content = new GzipContent(Open(path, identity));
        var head = new byte[FileHead.Size];
        return head.AsMemory(0, await content.ReadAsync(head, cancellation));
    }

    /// <summary>Takes what is there for read.</summary>
    public override void StartAtEnd() => _read = Status;

    public override async ValueTask BeginAsync(LineBlockReader reader, CancellationToken cancellation)
    {
        reader.Begin(0, false);
        if (IsRead)
        {
            if (_endedEarly)
                Fail();
            return;
        }

        var now = await ReadHeadAsync(Path, Identity, cancellation);
        if (!head.Refresh(now.Span))
        {
            head.Clear();
            head.Refresh(now.Span);
            (Offset, ReportedOffset) = (0, 0);
            Generation++;
        }

        Reopen();
    }

    public override async ValueTask<ReadOnlyMemory<byte>> NextAsync(LineBlockReader reader, CancellationToken cancellation)
    {
        while (_content is not null)
        {
            var read = await _content.ReadAsync(reader.Free, cancellation);
            reader.Filled(read);
            reader.SkipTo(Offset);
            if (reader.Offset < Offset && read > 0)
                continue;

            if (reader.Offset < Offset && _content.EndedWhole)
            {
                // It ends before what was read of the file it was taken for a copy of: it is another one.
                Offset = 0;
                reader.Begin(0, false);
                Reopen();
                continue;
            }

            var lines = read > 0 ? reader.Take() : End(reader);
            if (!reader.Skipping)
                Offset = Math.Max(Offset, reader.Offset);
            if (!lines.IsEmpty)
                return lines;
        }

        return default;
    }

    /// <summary>Whole content has given its last line already; of a damaged end nothing is taken.</summary>
    public override ReadOnlyMemory<byte> TakeRest(LineBlockReader reader)
    {
        if (_endedEarly)
            Fail();
        return default;
    }

    protected override async ValueTask<ReadOnlyMemory<byte>> ReadStartAsync(int bytes, CancellationToken cancellation)
    {
        using var content = new GzipContent(Open(Path, Identity));
        var start = new byte[bytes];
        return start.AsMemory(0, await content.ReadAsync(start, cancellation));
    }

    protected override void Close() => _content?.Dispose();

    ReadOnlyMemory<byte> End(LineBlockReader reader)
    {
        _endedEarly = !_content!.EndedWhole;
        _content.Dispose();
        _content = null;
        _read = _reading;
        return _endedEarly ? default : reader.TakeRest();
    }

    void Reopen()
    {
        _content?.Dispose();
        // Its state before reading: what is added meanwhile makes the next look find it changed.
        _reading = Status;
        _content = new GzipContent(Open(Path, Identity));
    }

    void Fail() => journal.Failed(Path, FileError.Gzip, "the gzip data is damaged or ends too early");

    static SafeFileHandle Open(string path, FileIdentity identity)
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (FileStatus.Of(handle, path).Identity == identity)
            return handle;

        handle.Dispose();
        throw new FileNotFoundException("Another file has the name now.", path);
    }
}
