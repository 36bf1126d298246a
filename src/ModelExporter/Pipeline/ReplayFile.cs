using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using ModelExporter.Engine.Records;

namespace ModelExporter.Pipeline;

/// <summary>A log that is read record by record, so that several can be merged by time. Gzip is read as it is.</summary>
sealed class ReplayFile : IDisposable
{
    readonly FileStream _file;
    readonly PipeReader _lines;
    readonly IRecordDecoder _decoder = new NativeDecoder();
    readonly RecordRouter _router;
    readonly long _now;
    readonly int _maxLineBytes;

    ReplayFile(FileStream file, Stream content, RecordRouter router, long now, int maxLineBytes)
    {
        _file = file;
        _lines = PipeReader.Create(content, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        _router = router;
        _now = now;
        _maxLineBytes = maxLineBytes;
    }

    public string Path => _file.Name;

    /// <summary>The rows of the record that is next, by model.</summary>
    public List<(int Model, RecordBatch Batch)> Next { get; } = [];

    /// <summary>When it happened; labels after predictions of the same moment.</summary>
    public (long Time, bool IsLabel) Order { get; private set; }

    /// <summary>Bytes read so far, and in all.</summary>
    public (long Read, long Length) Progress => (_file.Position, _file.Length);

    public long Accepted => _router.Accepted;

    public ReadOnlySpan<long> Rejected => _router.Rejected;

    /// <summary>What ended the reading early; null = nothing did.</summary>
    public string? Fault { get; private set; }

    public static ReplayFile Open(string path, RecordRouter router, long now, int maxLineBytes)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        Span<byte> magic = stackalloc byte[2];
        bool gzip = file.Read(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        file.Position = 0;
        Stream content = gzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        return new ReplayFile(file, content, router, now, maxLineBytes);
    }

    /// <summary>Moves to the next record that has rows; false at the end.</summary>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellation)
    {
        Next.Clear();
        while (true)
        {
            ReadResult result;
            try
            {
                result = await _lines.ReadAsync(cancellation);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                Fault = e.Message;
                return false;
            }
            var buffer = result.Buffer;
            var end = buffer.PositionOf((byte)'\n');
            if (end is null && !result.IsCompleted)
            {
                if (buffer.Length > _maxLineBytes) await SkipLineAsync(cancellation);
                else _lines.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }
            if (end is null && buffer.IsEmpty) return false;
            var line = end is { } newline ? buffer.Slice(0, newline) : buffer;
            Decode(line);
            _lines.AdvanceTo(end is { } at ? buffer.GetPosition(1, at) : buffer.End);
            if (Gather()) return true;
        }
    }

    public void Dispose()
    {
        _lines.Complete();
        _file.Dispose();
    }

    void Decode(in ReadOnlySequence<byte> line)
    {
        if (line.Length > _maxLineBytes) _router.Reject(RejectReason.TooLong);
        else if (line.IsSingleSegment) _decoder.Decode(line.FirstSpan, new PayloadContext(_now), _router);
        else _decoder.Decode(line.ToArray(), new PayloadContext(_now), _router);
    }

    async ValueTask SkipLineAsync(CancellationToken cancellation)
    {
        _router.Reject(RejectReason.TooLong);
        while (true)
        {
            var result = await _lines.ReadAsync(cancellation);
            var end = result.Buffer.PositionOf((byte)'\n');
            _lines.AdvanceTo(end is { } at ? result.Buffer.GetPosition(1, at) : result.Buffer.End);
            if (end is not null || result.IsCompleted) return;
        }
    }

    bool Gather()
    {
        var (time, isLabel) = (long.MaxValue, true);
        for (int model = 0; model < _router.Models; model++)
        {
            if (!_router.TryTake(model, out var batch)) continue;
            Next.Add((model, batch));
            foreach (ref readonly var row in batch.Rows)
            {
                time = Math.Min(time, row.Time);
                isLabel &= !row.IsPrediction;
            }
        }
        Order = (time, isLabel);
        return Next.Count > 0;
    }
}
