using ModelExporter.Engine.Records;
using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Sources.Push;

/// <summary>Reads bodies into rows, one body after the other: a JSON document, JSON values one a line, or CSV with its header. One thread at a time.</summary>
/// <remarks>
/// A body of lines is left off wherever a batch is full, so it needs no more memory than itself and the batches. A document is one payload
/// and is read at once.
/// </remarks>
/// <example><code>
/// reader.Begin(body.Content, contentType, context);
/// while (reader.Read()) await DrainAsync();
/// PushResponse.Write(output, reader.Result);
/// </code></example>
public sealed class PushReader
{
    readonly NativeDecoder _json = new();
    readonly CsvDecoder _csv = new();
    readonly RecordRouter _rows;
    readonly RejectExamples _examples;
    readonly List<PushError> _errors = [];
    ReadOnlyMemory<byte> _rest;
    PayloadContext _context;
    IRecordDecoder _decoder;
    bool _isLines;
    long _acceptedBefore;
    long _rejected;
    RejectReason _lastRejected;

    /// <param name="rows">Takes the rows; its rejections are listened to from here on.</param>
    /// <param name="examples">Told of what was rejected.</param>
    public PushReader(RecordRouter rows, RejectExamples examples)
    {
        _examples = examples;
        _decoder = _json;
        _rows = rows;
        _rows.OnReject += NoteRejection;
    }

    /// <summary>What became of the body so far.</summary>
    public PushResult Result => new(_rows.Accepted - _acceptedBefore, _rejected, [.. _errors]);

    /// <summary>Starts a body, which must stay in place until <see cref="Read"/> has said false.</summary>
    /// <param name="body">The body, decompressed.</param>
    /// <param name="contentType">The header field's value, if it was sent.</param>
    /// <param name="context">What is known of its records.</param>
    public void Begin(ReadOnlyMemory<byte> body, string? contentType, PayloadContext context)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
        _rest = body.Trim(" \t\r\n"u8);
        bool isCsv = BodyLayout.IsCsv(contentType);
        _decoder = isCsv ? _csv : _json;
        _isLines = isCsv || BodyLayout.IsLines(_rest.Span, contentType);
        _context = isCsv ? context with { Header = FirstLine() } : context;
        _acceptedBefore = _rows.Accepted;
        _rejected = 0;
        _errors.Clear();
    }

    /// <summary>Reads on until a batch is full: true, and the batches are to be taken before the next call. False at the body's end, where
    /// the batches may hold rows too.</summary>
    public bool Read()
    {
        while (!_rest.IsEmpty)
        {
            var payload = NextPayload();
            long before = _rejected;
            _decoder.Decode(payload, _context, _rows);
            if (_rejected > before) _examples.Note(_lastRejected, payload);
            if (_rows.NeedsDrain) return !_rest.IsEmpty;
        }
        return false;
    }

    // A copy: the memory of bodies is used again, and the decoder knows a header by where it lies.
    byte[] FirstLine()
    {
        int end = _rest.Span.IndexOf((byte)'\n');
        return (end < 0 ? _rest : _rest[..end]).ToArray();
    }

    ReadOnlySpan<byte> NextPayload()
    {
        var rest = _rest.Span;
        int end = _isLines ? rest.IndexOf((byte)'\n') : -1;
        _rest = end < 0 ? default : _rest[(end + 1)..];
        return end < 0 ? rest : rest[..end];
    }

    void NoteRejection(RejectReason reason)
    {
        if (_errors.Count < PushResult.MaxErrors)
        {
            int record = (int)(_rows.Accepted - _acceptedBefore + _rejected);
            _errors.Add(new PushError(record, reason.Key(), reason.Sentence()));
        }
        _rejected++;
        _lastRejected = reason;
    }
}
