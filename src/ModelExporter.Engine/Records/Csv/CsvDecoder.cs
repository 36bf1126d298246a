using System.Text.Unicode;

namespace ModelExporter.Engine.Records.Csv;

/// <summary>Reads the lines of CSV logs, one record a line, by the header that comes with each payload. One thread, one router.</summary>
public sealed class CsvDecoder(ColumnNames? names = null) : IRecordDecoder
{
    readonly ColumnNames _names = names ?? new ColumnNames();
    CsvHeader _header = CsvHeader.None;
    ReadOnlyMemory<byte> _headerLine;

    /// <summary>What is wrong with the header of the last payload; null = nothing is.</summary>
    public string? HeaderProblem => _header.Problem;

    public void Decode(ReadOnlySpan<byte> payload, in PayloadContext context, RecordRouter rows)
    {
        // Blocks of one file bring the same memory: nothing is compared but where it lies.
        if (!context.Header.Equals(_headerLine)) Take(context.Header, rows);
        payload = CsvCursor.Trim(payload);
        if (payload.IsEmpty || _header.Is(payload)) return;
        ref var row = ref rows.Begin();
        var reason = ReadRecord(payload, ref row, context, rows, out int model);
        if (reason == RejectReason.None) reason = rows.Commit(ref row, model);
        if (reason != RejectReason.None) rows.Reject(reason);
    }

    void Take(ReadOnlyMemory<byte> line, RecordRouter rows)
    {
        _headerLine = line;
        _header = CsvHeader.Read(line.Span, _names, rows);
    }

    RejectReason ReadRecord(ReadOnlySpan<byte> line, ref RecordRow row, in PayloadContext context, RecordRouter rows, out int model)
    {
        model = -1;
        if (_header.Problem is not null) return RejectReason.InvalidHeader;
        if (!Utf8.IsValid(line)) return RejectReason.InvalidUtf8;
        var problem = RejectReason.None;
        bool timed = false;
        var columns = _header.Columns;
        var cursor = new CsvCursor(line);
        int read = 0;
        for (; cursor.TryRead(); read++)
        {
            if (read == columns.Length) return RejectReason.WrongFieldCount;
            var refusal = ReadField(cursor, columns[read], ref row, rows, ref timed, ref model);
            if (refusal != RejectReason.None) problem = refusal;
        }
        if (cursor.Failed) return RejectReason.MalformedCsv;
        if (read < columns.Length) return RejectReason.WrongFieldCount;
        if (!timed) (row.Time, row.IsUntimed) = context.Untimed;
        return problem != RejectReason.None ? problem : RecordContent.Judge(ref row, context.Taken);
    }

    static RejectReason ReadField(in CsvCursor cursor, CsvColumn column, ref RecordRow row, RecordRouter rows, ref bool timed, ref int model)
    {
        var batch = rows.Batch;
        if (column.Role is CsvRole.Feature or CsvRole.Category)
        {
            AddFeature(cursor, column, ref row, batch);
            return RejectReason.None;
        }
        if (cursor.Field.IsEmpty)
        {
            // A label that is there and empty is none; every other field is as good as absent.
            if (column.Role == CsvRole.Label && !row.IsLabel) row.Label = RecordValue.Of(ValueKind.Missing);
            return RejectReason.None;
        }
        switch (column.Role)
        {
            case CsvRole.Id:
                row.Key = RecordKey.Of(TextOf(cursor, batch), rows.Seed);
                break;
            case CsvRole.Time:
                return (timed = Timestamps.TryParse(cursor.Field, out row.Time)) ? RejectReason.None : RejectReason.InvalidTimestamp;
            case CsvRole.Model:
                return FindModel(TextOf(cursor, batch), rows, out model);
            case CsvRole.Version:
                // As a text: 1.10 is another version than 1.1.
                row.Version = CsvValues.ReadText(cursor, batch);
                break;
            case CsvRole.Label:
                row.Label = CsvValues.Read(cursor, batch);
                break;
            case CsvRole.LatencyMilliseconds:
                var latency = CsvValues.Read(cursor, batch);
                if (latency.Kind == ValueKind.Number && latency.Number >= 0) row.Latency = latency.Number / 1000;
                break;
            case CsvRole.Prediction or CsvRole.Value or CsvRole.Score or CsvRole.ClassScore:
                ReadPrediction(cursor, column, ref row, batch);
                break;
        }
        return RejectReason.None;
    }

    static void AddFeature(in CsvCursor cursor, CsvColumn column, ref RecordRow row, RecordBatch batch)
    {
        var value = column.Role == CsvRole.Category ? CsvValues.ReadCategory(cursor, batch, column.Slot) : CsvValues.Read(cursor, batch, column.Slot);
        // A row without a single value may be the label of an earlier one, in the columns of both.
        row.IsPrediction |= value.Kind != ValueKind.Missing;
        if (column.Slot == SlotNames.Overflow) row.FeaturesDropped++;
        else batch.AddFeature(ref row, value);
    }

    static void ReadPrediction(in CsvCursor cursor, CsvColumn column, ref RecordRow row, RecordBatch batch)
    {
        var value = CsvValues.Read(cursor, batch, column.Slot);
        if (value.Kind == ValueKind.Missing) return;
        row.IsPrediction = true;
        switch (column.Role)
        {
            case CsvRole.Prediction:
                row.Predicted = value;
                break;
            case CsvRole.Value:
                row.Value = value;
                break;
            case CsvRole.Score:
                row.Score = value;
                break;
            default:
                row.ScoresByName = true;
                batch.AddScore(ref row, value);
                break;
        }
    }

    static RejectReason FindModel(ReadOnlySpan<byte> name, RecordRouter rows, out int model)
    {
        model = -1;
        if (name.Length > RecordLimits.NameBytes) return RejectReason.InvalidModel;
        model = rows.FindModel(name);
        return model >= 0 ? RejectReason.None : RejectReason.UnknownModel;
    }

    static ReadOnlySpan<byte> TextOf(in CsvCursor cursor, RecordBatch batch) =>
        cursor.Escaped ? cursor.Unescape(batch.Reserve(cursor.Field.Length)) : cursor.Field;
}
