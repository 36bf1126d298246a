using System.Buffers;
using System.IO.Pipelines;
using ModelExporter.Configuration;
using ModelExporter.Engine.Records;
using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Pipeline;

/// <summary>A log that is read record by record, so that several can be merged by time. Gzip is read as it is.</summary>
sealed class ReplayFile : IDisposable
{
    readonly Stream _content;
    readonly long _length;
    readonly PipeReader _lines;
    readonly IRecordDecoder _decoder;
    readonly RecordRouter _router;
    readonly bool _hasHeader;
    readonly int _maxLineBytes;
    PayloadContext _context;

    ReplayFile(string path, Stream content, long length, RecordRouter router, ReplayFormat format)
    {
        Path = path;
        _content = content;
        _length = length;
        _lines = PipeReader.Create(content, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        _hasHeader = format.Format == RecordFormat.Csv;
        _decoder = RecordFormats.NewDecoder(format.Format, format.Source);
        _router = router;
        _context = new PayloadContext(format.Now);
        _maxLineBytes = format.MaxLineBytes;
    }

    public string Path { get; }

    /// <summary>The rows of the record that is next, by model.</summary>
    public List<(int Model, RecordBatch Batch)> Next { get; } = [];

    /// <summary>When it happened; labels after predictions of the same moment.</summary>
    public (long Time, bool IsLabel) Order { get; private set; }

    /// <summary>Bytes read so far, and in all.</summary>
    public (long Read, long Length) Progress => _length == 0 ? default : (_content.Position, _length);

    public long Accepted => _router.Accepted;

    public ReadOnlySpan<long> Rejected => _router.Rejected;

    /// <summary>What ended the reading early; null = nothing did.</summary>
    public string? Fault { get; private set; }

    public static ReplayFile Open(string path, RecordRouter router, ReplayFormat format)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var plain = new FileStream(file, FileAccess.Read, bufferSize: 0);
        // A pipe cannot be looked into before it is read.
        if (!plain.CanSeek) return new ReplayFile(path, plain, 0, router, format);
        Span<byte> magic = stackalloc byte[4];
        magic = magic[..RandomAccess.Read(file, magic, 0)];
        if (magic.SequenceEqual("PAR1"u8))
        {
            plain.Dispose();
            throw new IOException($"{path} is Parquet, which is not read: write it as CSV or JSON Lines first, with pandas.read_parquet(\"{path}\").to_csv(\"{System.IO.Path.GetFileNameWithoutExtension(path)}.csv\", index=False) or the like");
        }
        bool gzip = magic is [0x1f, 0x8b, ..];
        return new ReplayFile(path, gzip ? new WholeGzipStream(file) : plain, plain.Length, router, format);
    }

    /// <summary>Moves to the next record that has rows; false at the end.</summary>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellation)
    {
        Next.Clear();
        try
        {
            while (Fault is null && await ReadLineAsync(cancellation))
                if (Gather()) return true;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // What came before is good, but for the line that was cut.
            Fault = e.Message;
        }
        return false;
    }

    public void Dispose()
    {
        // It closes the file as well.
        _lines.Complete();
    }

    /// <summary>Decodes the next line; false at the end.</summary>
    async ValueTask<bool> ReadLineAsync(CancellationToken cancellation)
    {
        bool skipping = false;
        while (true)
        {
            var result = await _lines.ReadAsync(cancellation);
            var buffer = result.Buffer;
            var end = buffer.PositionOf((byte)'\n');
            if (end is null && !result.IsCompleted)
            {
                // A line that is too long is let go piece by piece.
                skipping |= buffer.Length > _maxLineBytes;
                _lines.AdvanceTo(skipping ? buffer.End : buffer.Start, buffer.End);
                continue;
            }
            if (end is null && buffer.IsEmpty && !skipping) return false;
            Decode(end is { } newline ? buffer.Slice(0, newline) : buffer, skipping);
            _lines.AdvanceTo(end is { } at ? buffer.GetPosition(1, at) : buffer.End);
            return true;
        }
    }

    void Decode(in ReadOnlySequence<byte> line, bool tooLong)
    {
        tooLong |= line.Length > _maxLineBytes;
        if (_hasHeader && _context.Header.IsEmpty) Begin(tooLong ? [] : line.ToArray());
        else if (tooLong) _router.Reject(RejectReason.TooLong);
        else if (line.IsSingleSegment) _decoder.Decode(line.FirstSpan, _context, _router);
        else _decoder.Decode(line.ToArray(), _context, _router);
    }

    void Begin(byte[] header)
    {
        _context = _context with { Header = header };
        _decoder.Decode(header, _context, _router);
        if (_decoder is CsvDecoder { HeaderProblem: { } problem }) Fault = problem;
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
