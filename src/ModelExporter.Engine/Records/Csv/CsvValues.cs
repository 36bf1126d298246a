using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records.Csv;

/// <summary>Reads the scalars of a CSV record. Quotes say nothing about them: many writers quote every field.</summary>
static class CsvValues
{
    /// <summary>What a field holds; <see cref="ValueKind.Missing"/> where nothing is in it.</summary>
    public static RecordValue Read(in CsvCursor cursor, RecordBatch batch, ushort slot = 0)
    {
        var field = cursor.Field;
        if (JsonNumber.TryParse(field, out double number, out int length) && length == field.Length)
            return double.IsFinite(number) ? RecordValue.OfNumber(number, slot) : RecordValue.Of(ValueKind.Missing, slot);
        return ReadCategory(cursor, batch, slot);
    }

    /// <summary>What a field of a categorical feature holds: <c>007</c> and <c>12e4</c> are names there.</summary>
    public static RecordValue ReadCategory(in CsvCursor cursor, RecordBatch batch, ushort slot)
    {
        var field = cursor.Field;
        if (IsMissing(field)) return RecordValue.Of(ValueKind.Missing, slot);
        if (field is { Length: 4 } && (field.SequenceEqual("true"u8) || field.SequenceEqual("True"u8) || field.SequenceEqual("TRUE"u8)))
            return RecordValue.OfBoolean(true, slot);
        if (field is { Length: 5 } && (field.SequenceEqual("false"u8) || field.SequenceEqual("False"u8) || field.SequenceEqual("FALSE"u8)))
            return RecordValue.OfBoolean(false, slot);
        return ReadText(cursor, batch, slot);
    }

    /// <summary>A field as its text, whatever it looks like.</summary>
    public static RecordValue ReadText(in CsvCursor cursor, RecordBatch batch, ushort slot = 0)
    {
        var field = cursor.Field;
        if (!cursor.Escaped) return batch.Keep(field[..Math.Min(field.Length, RecordLimits.TextBytes)], slot);
        var text = cursor.Unescape(batch.Reserve(field.Length));
        return batch.Keep(Math.Min(text.Length, RecordLimits.TextBytes), slot);
    }

    // NA and None are left alone: they are names as well.
    static bool IsMissing(ReadOnlySpan<byte> field) => field.Length switch
    {
        0 => true,
        3 => field.SequenceEqual("NaN"u8) || field.SequenceEqual("nan"u8) || field.SequenceEqual("inf"u8),
        4 => field.SequenceEqual("null"u8) || field.SequenceEqual("-inf"u8),
        8 => field.SequenceEqual("Infinity"u8),
        9 => field.SequenceEqual("-Infinity"u8),
        _ => false,
    };
}
