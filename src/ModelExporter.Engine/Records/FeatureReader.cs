using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Records;

/// <summary>Reads the features of a record: those in its <c>features</c>, and those that stand loose at its top.</summary>
sealed class FeatureReader
{
    KeyOrder _order = new(64);

    /// <summary>Reads a key at the top of a record that is none of the format's: a feature if a model knows of it, or if the record is
    /// flat and the value a scalar.</summary>
    public static void ReadLoose(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows, ReadOnlySpan<byte> name, bool flat)
    {
        bool known = rows.Slots.TryFind(name, out ushort slot) && slot < rows.KnownSlots;
        if (!known && !flat)
        {
            cursor.TrySkipValue();
            return;
        }
        var batch = rows.Batch;
        var value = NativeValues.Read(ref cursor, batch);
        if (!known && value.Kind == ValueKind.Composite) return;
        row.IsPrediction = true;
        if (!known) slot = rows.Slots.Add(name);
        if (slot == SlotNames.Overflow) row.FeaturesDropped++;
        else batch.AddFeature(ref row, value.WithSlot(slot));
    }

    public void Read(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows)
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
        while (_order.TryFollow(ref cursor, ref slot) || TryReadName(ref cursor, ref row, rows, ref slot))
        {
            if (cursor.TryReadNumber(out double number)) batch.AddFeature(ref row, RecordValue.OfNumber(number, (ushort)slot));
            else batch.AddFeature(ref row, NativeValues.Read(ref cursor, batch, (ushort)slot));
        }
    }

    bool TryReadName(ref JsonCursor cursor, ref RecordRow row, RecordRouter rows, ref int slot)
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
            _order.Learn(slot, found, cursor);
            slot = found;
            return true;
        }
        return false;
    }
}
