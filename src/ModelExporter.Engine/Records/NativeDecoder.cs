using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records;

/// <summary>Reads the native record: one JSON object a row, an array of them, or <c>{"rows":[…]}</c>. One thread.</summary>
/// <param name="flat">Every other scalar key at the top of a record is a feature. Without it only those that a model knows of are.</param>
public sealed class NativeDecoder(bool flat = false) : IRecordDecoder
{
    readonly Utf8Index _keys = NewKeys();
    readonly List<NativeField> _fields = [.. NativeFields.Names.Select(n => n.Field)];
    readonly FeatureReader _features = new();
    readonly PredictionReader _predictions = new();
    KeyOrder _keyOrder = new(64);

    public void Decode(ReadOnlySpan<byte> payload, in PayloadContext context, RecordRouter rows)
    {
        payload = payload.Trim(" \t\r\n"u8);
        if (payload.StartsWith("\uFEFF"u8)) payload = payload[3..];
        if (payload.IsEmpty) return;
        var cursor = new JsonCursor(payload);

        // Before anything was read it can only have failed at that.
        if (cursor.Failed) rows.Reject(RejectReason.InvalidUtf8);
        else if (!cursor.TryReadValue(out var kind)) rows.Reject(RejectReason.MalformedJson);
        else if (kind == JsonKind.Object) ReadObject(ref cursor, payload, context, rows);
        else if (kind == JsonKind.Array) ReadArray(ref cursor, context, rows, nested: false);
        else rows.Reject(RejectReason.NotAnObject);
    }

    static Utf8Index NewKeys()
    {
        var keys = new Utf8Index();
        foreach (var (name, _) in NativeFields.Names) keys.Add(name);
        return keys;
    }

    void ReadObject(ref JsonCursor cursor, ReadOnlySpan<byte> payload, in PayloadContext context, RecordRouter rows)
    {
        // Only a name with an r, or spacing that may hide one, is worth a closer look.
        if (payload is [_, not (byte)'"', ..] or [_, _, (byte)'r', ..] && TryEnterRows(ref cursor))
        {
            ReadArray(ref cursor, context, rows, nested: true);
            return;
        }
        ref var row = ref rows.Begin();
        var reason = ReadRecord(ref cursor, ref row, context, rows, out int model);
        if (!cursor.TryEnd()) reason = RejectReason.MalformedJson;
        Finish(ref row, reason, model, rows);
    }

    /// <summary>Enters <c>{"rows":[</c>, spaced in any way; moves nothing where an object begins otherwise.</summary>
    static bool TryEnterRows(ref JsonCursor cursor)
    {
        var ahead = cursor;
        if (!ahead.TryReadProperty(out var name) || !name.SequenceEqual("rows"u8)) return false;
        if (!ahead.TryReadValue(out var kind) || kind != JsonKind.Array) return false;
        cursor = ahead;
        return true;
    }

    /// <summary>Takes the records of an array one by one: those before a malformed one stand.</summary>
    void ReadArray(ref JsonCursor cursor, in PayloadContext context, RecordRouter rows, bool nested)
    {
        while (cursor.TryReadElement())
        {
            if (!cursor.TryReadValue(out var kind)) break;
            if (kind != JsonKind.Object)
            {
                NativeValues.SkipRest(ref cursor, kind);
                if (!cursor.Failed) rows.Reject(RejectReason.NotAnObject);
                continue;
            }
            ref var row = ref rows.Begin();
            var reason = ReadRecord(ref cursor, ref row, context, rows, out int model);
            if (cursor.Failed) break;
            Finish(ref row, reason, model, rows);
        }
        if (nested && !cursor.Failed) NativeValues.SkipRest(ref cursor, JsonKind.Object);
        if (cursor.Failed || !cursor.TryEnd()) rows.Reject(RejectReason.MalformedJson);
    }

    static void Finish(ref RecordRow row, RejectReason reason, int model, RecordRouter rows)
    {
        if (reason == RejectReason.None) reason = rows.Commit(ref row, model);
        if (reason != RejectReason.None) rows.Reject(reason);
    }

    RejectReason ReadRecord(ref JsonCursor cursor, ref RecordRow row, in PayloadContext context, RecordRouter rows, out int model)
    {
        var batch = rows.Batch;
        var problem = RejectReason.None;
        bool timed = false;
        int key = -1;
        model = -1;
        while (TryReadKey(ref cursor, rows, ref key))
        {
            switch (_fields[key])
            {
                case NativeField.Id:
                    if (!NativeValues.TryReadKey(ref cursor, rows, ref row.Key)) problem = RejectReason.InvalidId;
                    break;
                case NativeField.Time:
                    if (!NativeValues.TryReadTime(ref cursor, rows, ref timed, ref row.Time)) problem = RejectReason.InvalidTimestamp;
                    break;
                case NativeField.Model:
                    if (!NativeValues.TryReadModel(ref cursor, rows, ref model, out var refusal)) problem = refusal;
                    break;
                case NativeField.Version:
                    row.Version = NativeValues.Read(ref cursor, batch);
                    break;
                case NativeField.Features:
                    _features.Read(ref cursor, ref row, rows);
                    break;
                case NativeField.Prediction:
                    _predictions.Read(ref cursor, ref row, rows);
                    break;
                case NativeField.Score:
                    row.Score = NativeValues.Read(ref cursor, batch);
                    row.IsPrediction = true;
                    break;
                case NativeField.Scores:
                    PredictionReader.ReadScores(ref cursor, ref row, rows);
                    break;
                case NativeField.Label:
                    row.Label = NativeValues.Read(ref cursor, batch);
                    break;
                case NativeField.LatencyMilliseconds:
                    var latency = NativeValues.Read(ref cursor, batch);
                    if (latency.Kind == ValueKind.Number && latency.Number >= 0) row.Latency = latency.Number / 1000;
                    break;
                case NativeField.Other:
                    FeatureReader.ReadLoose(ref cursor, ref row, rows, _keys[key], flat);
                    break;
                default:
                    cursor.TrySkipValue();
                    break;
            }
        }
        if (cursor.Failed) return RejectReason.MalformedJson;
        if (!timed) (row.Time, row.IsUntimed) = context.Untimed;
        return problem != RejectReason.None ? problem : RecordContent.Judge(ref row, context.Taken);
    }

    bool TryReadKey(ref JsonCursor cursor, RecordRouter rows, ref int key)
    {
        if (_keyOrder.TryFollow(ref cursor, ref key)) return true;
        while (cursor.TryReadProperty(out var name))
        {
            if (cursor.NameEscaped) name = NativeValues.Unescape(name, rows.Batch.Reserve(name.Length));
            int found = _keys.Find(name);
            if (found < 0 && _keys.Count < RecordLimits.Slots && name.Length <= RecordLimits.NameBytes)
            {
                found = _keys.Add(name);
                _fields.Add(NativeField.Other);
            }
            if (found < 0)
            {
                cursor.TrySkipValue();
                continue;
            }
            _keyOrder.Learn(key, found, cursor);
            key = found;
            return true;
        }
        return false;
    }
}
