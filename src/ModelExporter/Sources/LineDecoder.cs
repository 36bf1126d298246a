using ModelExporter.Configuration;
using ModelExporter.Engine.Records;
using ModelExporter.Engine.Records.Csv;
using ModelExporter.Sources.Files;

namespace ModelExporter.Sources;

/// <summary>Decodes the lines of followed files and hands their rows to the models.</summary>
public sealed partial class LineDecoder : ILineSink
{
    readonly IModelInlets _inlets;
    readonly RecordRouter _router;
    readonly RouterMeter _meter;
    readonly IRecordDecoder _decoder;
    readonly TimeProvider _time;
    readonly FilePositions _positions;
    readonly ICheckpoints _checkpoints;
    readonly ILogger<LineDecoder> _logger;
    ReadOnlyMemory<byte> _toldHeader;
    readonly SourceCounters _counters;
    RejectReason _rejected;

    public LineDecoder(
        IModelInlets inlets, SourceConfig config, SourceCounters counters, FilePositions positions, ICheckpoints checkpoints, TimeProvider time,
        ILogger<LineDecoder> logger)
    {
        _inlets = inlets;
        _router = inlets.NewRouter(config.Model);
        _meter = new RouterMeter(_router, counters);
        _decoder = RecordFormats.NewDecoder(config.Format, config);
        _positions = positions;
        _checkpoints = checkpoints;
        _counters = counters;
        _router.OnReject += reason => _rejected = reason;
        _time = time;
        _logger = logger;
    }

    public async ValueTask TakeAsync(ReadOnlyMemory<byte> lines, ReadOnlyMemory<byte> header, FilePosition end, CancellationToken cancellation)
    {
        using var passage = await _checkpoints.EnterAsync(cancellation);
        var context = new PayloadContext(Clock.Microseconds(_time)) { Header = header };
        while (!lines.IsEmpty)
        {
            lines = lines[Decode(lines.Span, context)..];
            // Not to be given up halfway: what was handed over of a block would be read, and counted, a second time.
            await _inlets.TakeAsync(_router, CancellationToken.None);
        }
        _meter.Report();
        if (_decoder is CsvDecoder { HeaderProblem: { } problem } && !header.Equals(_toldHeader)) Tell(problem, header, end.Path);
        _positions.Reached(end);
    }

    /// <summary>Says once what is wrong with the header of a file; the counters say how many records that costs.</summary>
    void Tell(string problem, ReadOnlyMemory<byte> header, string path)
    {
        _toldHeader = header;
        Log.BadHeader(_logger, path, problem);
    }

    /// <summary>Decodes lines until a batch is full, and says how far it came.</summary>
    int Decode(ReadOnlySpan<byte> lines, in PayloadContext context)
    {
        int at = 0;
        while (at < lines.Length && !_router.NeedsDrain)
        {
            int length = lines[at..].IndexOf((byte)'\n');
            if (length < 0) length = lines.Length - at;
            _decoder.Decode(lines.Slice(at, length), context, _router);
            NoteRejection(lines.Slice(at, length));
            at += Math.Min(length + 1, lines.Length - at);
        }
        return at;
    }

    void NoteRejection(ReadOnlySpan<byte> line)
    {
        if (_rejected == RejectReason.None) return;
        _counters.Examples.Note(_rejected, line);
        _rejected = RejectReason.None;
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The records of the file are rejected for its header")]
        public static partial void BadHeader(ILogger logger, string path, string problem);
    }
}
