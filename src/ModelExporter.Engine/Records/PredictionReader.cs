using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records;

/// <summary>Reads the <c>prediction</c> of a record: a scalar, or an object with <c>label</c>, <c>score</c>, <c>scores</c>, <c>value</c>.</summary>
sealed class PredictionReader
{
    const int Label = 0;
    const int Score = 1;
    const int Value = 2;
    const int Scores = 3;

    KeyOrder _order = new(Scores + 1);

    public void Read(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows)
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

    void ReadFields(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows)
    {
        int key = -1;
        while (_order.TryFollow(ref cursor, ref key) || TryReadKey(ref cursor, ref key))
        {
            switch (key)
            {
                case Label:
                    row.Predicted = NativeValues.Read(ref cursor, rows.Batch);
                    break;
                case Score:
                    row.Score = NativeValues.Read(ref cursor, rows.Batch);
                    break;
                case Value:
                    row.Value = NativeValues.Read(ref cursor, rows.Batch);
                    break;
                default:
                    ReadScores(ref cursor, ref row, rows);
                    break;
            }
        }
    }

    bool TryReadKey(ref JsonCursor cursor, ref int key)
    {
        while (cursor.TryReadProperty(out var name))
        {
            int found = name.SequenceEqual("label"u8) ? Label
                : name.SequenceEqual("score"u8) ? Score
                : name.SequenceEqual("value"u8) ? Value
                : name.SequenceEqual("scores"u8) ? Scores
                : -1;
            if (found < 0)
            {
                cursor.TrySkipValue();
                continue;
            }
            _order.Learn(key, found, cursor);
            key = found;
            return true;
        }
        return false;
    }
}
