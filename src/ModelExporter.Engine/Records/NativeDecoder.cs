using System.Runtime.CompilerServices;
using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records;

/// <summary>Reads the native record: one JSON object a row, an array of them, or <c>{"rows":[…]}</c>. One thread.</summary>
/// <param name="flat">Every other scalar key at the top of a record is a feature. Without it only those that a model knows of are.</param>
public sealed class NativeDecoder(bool flat = false) : IRecordDecoder
{
    readonly Utf8Index _keys = NewKeys();
    readonly List<NativeField> _fields = [.. NativeFields.Names.Select(n => n.Field)];
    KeyOrder _keyOrder = new(64);
    KeyOrder _featureOrder = new(64);
    readonly PredictionReader _predictions = new();

    public void Decode(ReadOnlySpan<byte> payload, in PayloadContext context, RecordRouter rows)
    {
        payload = payload.Trim(" \t\r\n"u8);
        if (payload.StartsWith("\uFEFF"u8)) payload = payload[3..];
        if (payload.IsEmpty) return;
        var cursor = new JsonCursor(payload);
        if (cursor.Failed) rows.Reject(RejectReason.InvalidUtf8);
        else if (!cursor.TryReadValue(out var kind)) rows.Reject(RejectReason.MalformedJson);
        else if (kind == JsonKind.Object) ReadObject(ref cursor, context, rows);
        else if (kind == JsonKind.Array) ReadArray(ref cursor, context, rows, nested: false);
        else rows.Reject(RejectReason.NotAnObject);
    }

    static Utf8Index NewKeys()
    {
        var keys = new Utf8Index();
        foreach (var (name, _) in NativeFields.Names) keys.Add(name);
        return keys;
    }

    void ReadObject(ref JsonCursor cursor, in PayloadContext context, RecordRouter rows)
    {
        if (cursor.TryReadExpectedProperty("rows"u8) && cursor.TryReadValue(out var kind) && kind == JsonKind.Array)
        {
            ReadArray(ref cursor, context, rows, nested: true);
            return;
        }
        ref var row = ref rows.Begin();
        var reason = ReadRecord(ref cursor, ref row, context, rows, out int model);
        if (reason == RejectReason.None && !cursor.TryEnd()) reason = RejectReason.MalformedJson;
        Finish(ref row, reason, model, rows);
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
                    if (!NativeValues.TryReadKey(ref cursor, rows, out row.Key)) problem = RejectReason.InvalidId;
                    break;
                case NativeField.Time:
                    if (!NativeValues.TryReadTime(ref cursor, ref timed, ref row.Time)) problem = RejectReason.InvalidTimestamp;
                    break;
                case NativeField.Model:
                    if (!NativeValues.TryReadModel(ref cursor, rows, ref model, out var refusal)) problem = refusal;
                    break;
                case NativeField.Version:
                    row.Version = NativeValues.Read(ref cursor, batch);
                    break;
                case NativeField.Features:
                    ReadFeatures(ref cursor, ref row, rows);
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
                case NativeField.Other when flat || IsKnown(_keys[key], rows):
                    batch.AddFeature(ref row, NativeValues.Read(ref cursor, batch, rows.Slots.Add(_keys[key])));
                    row.IsPrediction = true;
                    break;
                default:
                    cursor.TrySkipValue();
                    break;
            }
        }
        if (cursor.Failed) return RejectReason.MalformedJson;
        if (!timed) row.Time = context.ArrivalTime;
        return problem != RejectReason.None ? problem : Judge(ref row, context.Taken);
    }

    /// <summary>What a record is, said by what it holds: a prediction, a label, or both.</summary>
    static RejectReason Judge(ref RecordRow row, RecordKinds taken)
    {
        if (row.Label.Kind == ValueKind.Composite) return RejectReason.InvalidLabel;
        if (row.Label.Kind == ValueKind.Missing)
        {
            if (!row.IsPrediction) return RejectReason.InvalidLabel;
            row.Label = default;
        }
        if (row.IsPrediction) return taken.HasFlag(RecordKinds.Predictions) ? RejectReason.None : RejectReason.NotALabel;
        if (!row.IsLabel) return RejectReason.NoContent;
        if (row.Key.IsNone) return RejectReason.NoId;
        return taken.HasFlag(RecordKinds.Labels) ? RejectReason.None : RejectReason.NotAPrediction;
    }

    static bool IsKnown(ReadOnlySpan<byte> name, RecordRouter rows) => rows.Slots.TryFind(name, out ushort slot) && slot < rows.KnownSlots;

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

    void ReadFeatures(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows)
    {
        if (!cursor.TryReadValue(out var kind)) return;
        if (kind != JsonKind.Object)
        {
            NativeValues.SkipRest(ref cursor, kind);
            return;
        }
        row.IsPrediction = true;
        var batch = rows.Batch;
        int slot = -1;
        while (TryReadFeature(ref cursor, ref row, rows, ref slot))
        {
            if (cursor.TryReadNumber(out double number)) batch.AddFeature(ref row, RecordValue.OfNumber(number, (ushort)slot));
            else batch.AddFeature(ref row, NativeValues.Read(ref cursor, batch, (ushort)slot));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool TryReadFeature(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows, ref int slot) =>
        _featureOrder.TryFollow(ref cursor, ref slot) || TryReadNewFeature(ref cursor, ref row, rows, ref slot);

    [MethodImpl(MethodImplOptions.NoInlining)]
    bool TryReadNewFeature(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows, ref int slot)
    {
        while (cursor.TryReadProperty(out var name))
        {
            if (cursor.NameEscaped) name = NativeValues.Unescape(name, rows.Batch.Reserve(name.Length));
            ushort found = rows.Slots.Add(name);
            if (found == SlotNames.Overflow)
            {
                row.FeaturesDropped++;
                cursor.TrySkipValue();
                continue;
            }
            _featureOrder.Learn(slot, found, cursor);
            slot = found;
            return true;
        }
        return false;
    }
}
