using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records;

/// <summary>Reads the scalars of a record.</summary>
static class NativeValues
{
    public static RecordValue Read(ref JsonCursor cursor, RecordBatch batch, ushort slot = 0)
    {
        if (!cursor.TryReadValue(out var kind)) return RecordValue.Of(ValueKind.Missing, slot);
        switch (kind)
        {
            case JsonKind.Number: return RecordValue.OfNumber(cursor.Number, slot);
            case JsonKind.String: return Text(ref cursor, batch, slot);
            case JsonKind.True: return RecordValue.OfBoolean(true, slot);
            case JsonKind.False: return RecordValue.OfBoolean(false, slot);
            case JsonKind.Null or JsonKind.NonFinite: return RecordValue.Of(ValueKind.Missing, slot);
            default:
                SkipRest(ref cursor, kind);
                return RecordValue.Of(ValueKind.Composite, slot);
        }
    }

    /// <summary>Skips what is left of an object or array that was just entered.</summary>
    public static void SkipRest(ref JsonCursor cursor, JsonKind kind)
    {
        if (kind == JsonKind.Object)
            while (cursor.TryReadProperty(out _)) cursor.TrySkipValue();
        else if (kind == JsonKind.Array)
            while (cursor.TryReadElement()) cursor.TrySkipValue();
    }

    /// <summary>Reads an id; a number counts as its text. <c>null</c> and the empty text are no id, and leave the one that another key
    /// gave.</summary>
    public static bool TryReadKey(ref JsonCursor cursor, RecordRouter rows, ref RecordKey key)
    {
        if (!cursor.TryReadValue(out var kind)) return false;
        if (kind is JsonKind.Null) return true;
        if (kind is not (JsonKind.String or JsonKind.Number))
        {
            SkipRest(ref cursor, kind);
            return false;
        }
        if (cursor.Text.IsEmpty) return true;
        if (!cursor.Escaped || kind == JsonKind.Number) key = RecordKey.Of(cursor.Text, rows.Seed);
        else
        {
            var scratch = rows.Batch.Reserve(cursor.Text.Length);
            if (!JsonText.TryUnescape(cursor.Text, scratch, out int written)) return false;
            key = RecordKey.Of(scratch[..written], rows.Seed);
        }
        return true;
    }

    public static bool TryReadTime(ref JsonCursor cursor, RecordRouter rows, ref bool timed, ref long time)
    {
        if (!cursor.TryReadValue(out var kind)) return true;
        switch (kind)
        {
            case JsonKind.Null: return true;
            case JsonKind.String:
                // Encoders that are meant for HTML escape the plus sign of the offset.
                var text = cursor.Escaped ? Unescape(cursor.Text, rows.Batch.Reserve(cursor.Text.Length)) : cursor.Text;
                return timed = Timestamps.TryParse(text, out time);
            case JsonKind.Number: return timed = Timestamps.TryFromEpoch(cursor.Number, out time);
            default:
                SkipRest(ref cursor, kind);
                return false;
        }
    }

    public static bool TryReadModel(ref JsonCursor cursor, RecordRouter rows, ref int model, out RejectReason refusal)
    {
        refusal = RejectReason.InvalidModel;
        if (!cursor.TryReadValue(out var kind)) return true;
        if (kind == JsonKind.Null) return true;
        if (kind != JsonKind.String)
        {
            SkipRest(ref cursor, kind);
            return false;
        }
        var name = cursor.Text;
        if (name.IsEmpty || name.Length > RecordLimits.NameBytes * 6) return false;
        if (cursor.Escaped) name = Unescape(name, rows.Batch.Reserve(name.Length));
        if (name.IsEmpty || name.Length > RecordLimits.NameBytes) return false;
        model = rows.FindModel(name);
        refusal = RejectReason.UnknownModel;
        return model >= 0;
    }

    /// <summary>What an escaped text stands for; empty if it has a lone surrogate.</summary>
    public static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> escaped, Span<byte> room) =>
        JsonText.TryUnescape(escaped, room, out int written) ? room[..written] : default;

    public static RecordValue Text(ref JsonCursor cursor, RecordBatch batch, ushort slot)
    {
        var text = cursor.Text;
        if (!cursor.Escaped) return batch.Keep(text[..Math.Min(text.Length, RecordLimits.TextBytes)], slot);
        var room = batch.Reserve(text.Length);
        return JsonText.TryUnescape(text, room, out int written)
            ? batch.Keep(Math.Min(written, RecordLimits.TextBytes), slot)
            : RecordValue.Of(ValueKind.Missing, slot);
    }
}
