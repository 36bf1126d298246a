using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records;

/// <summary>Reads the <c>prediction</c> of a record: a scalar, or an object with <c>label</c>, <c>score</c>, <c>scores</c>, <c>value</c>.</summary>
static class PredictionReader
{
    public static void Read(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows)
    {
        var batch = rows.Batch;
        if (!cursor.TryReadValue(out var kind)) return;
        switch (kind)
        {
            case JsonKind.Object:
                row.IsPrediction = true;
                ReadFields(ref cursor, ref row, rows);
                break;
            case JsonKind.Number:
                row.Predicted = RecordValue.OfNumber(cursor.Number);
                row.IsPrediction = true;
                break;
            case JsonKind.String:
                row.IsPrediction = true;
                row.Predicted = NativeValues.Text(ref cursor, batch, 0);
                break;
            case JsonKind.True or JsonKind.False:
                row.IsPrediction = true;
                row.Predicted = RecordValue.OfBoolean(kind == JsonKind.True);
                break;
            default:
                NativeValues.SkipRest(ref cursor, kind);
                break;
        }
    }

    /// <summary>Scores by class name, or an array in the order of the configured classes.</summary>
    public static void ReadScores(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows)
    {
        if (!cursor.TryReadValue(out var kind)) return;
        var batch = rows.Batch;
        if (kind == JsonKind.Array)
        {
            row.IsPrediction = true;
            for (int position = 0; cursor.TryReadElement(); position++)
                batch.AddScore(ref row, NativeValues.Read(ref cursor, batch, (ushort)Math.Min(position, ushort.MaxValue)));
        }
        else if (kind == JsonKind.Object)
        {
            row.IsPrediction = true;
            row.ScoresByName = true;
            while (cursor.TryReadProperty(out var name))
            {
                if (cursor.NameEscaped) name = NativeValues.Unescape(name, batch.Reserve(name.Length));
                ushort slot = rows.Slots.Add(name);
                batch.AddScore(ref row, NativeValues.Read(ref cursor, batch, slot));
            }
        }
    }

    static void ReadFields(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows)
    {
        var batch = rows.Batch;
        while (true)
        {
            if (cursor.TryReadExpectedProperty("label"u8)) row.Predicted = NativeValues.Read(ref cursor, batch);
            else if (cursor.TryReadExpectedProperty("score"u8)) row.Score = NativeValues.Read(ref cursor, batch);
            else if (cursor.TryReadExpectedProperty("value"u8)) row.Value = NativeValues.Read(ref cursor, batch);
            else if (cursor.TryReadExpectedProperty("scores"u8)) ReadScores(ref cursor, ref row, rows);
            else if (cursor.TryReadProperty(out var name)) ReadOther(ref cursor, ref row, rows, name);
            else return;
        }
    }

    /// <summary>A name that is spaced unusually reads as one of ours all the same; any other is skipped.</summary>
    static void ReadOther(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("label"u8)) row.Predicted = NativeValues.Read(ref cursor, rows.Batch);
        else if (name.SequenceEqual("score"u8)) row.Score = NativeValues.Read(ref cursor, rows.Batch);
        else if (name.SequenceEqual("value"u8)) row.Value = NativeValues.Read(ref cursor, rows.Batch);
        else if (name.SequenceEqual("scores"u8)) ReadScores(ref cursor, ref row, rows);
        else cursor.TrySkipValue();
    }
}
