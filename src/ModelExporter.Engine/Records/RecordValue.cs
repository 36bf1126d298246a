namespace ModelExporter.Engine.Records;

/// <summary>A scalar of a record in 16 bytes: a number, or a text that lies in its batch.</summary>
public readonly struct RecordValue
{
    readonly long _payload;
    readonly ulong _kindAndSlot;

    // Two whole words: values are copied as they are made, and a copy of what was written in smaller pieces has to wait for them.
    RecordValue(ValueKind kind, long payload, ushort slot)
    {
        _payload = payload;
        _kindAndSlot = (ulong)kind << 16 | slot;
    }

    public ValueKind Kind => (ValueKind)(_kindAndSlot >> 16);

    /// <summary>Whose value it is: a slot of <see cref="SlotNames"/>, or the position of a score.</summary>
    public ushort Slot => (ushort)_kindAndSlot;

    public double Number => BitConverter.Int64BitsToDouble(_payload);

    public bool Boolean => _payload != 0;

    public int TextOffset => (int)(_payload >> 32);

    public int TextLength => (int)(_payload & int.MaxValue);

    public static RecordValue OfNumber(double number, ushort slot = 0) => new(ValueKind.Number, BitConverter.DoubleToInt64Bits(number), slot);

    public static RecordValue OfBoolean(bool value, ushort slot = 0) => new(ValueKind.Boolean, value ? 1 : 0, slot);

    public static RecordValue OfText(int offset, int length, ushort slot = 0) => new(ValueKind.Text, ((long)offset << 32) | (uint)length, slot);

    public static RecordValue Of(ValueKind kind, ushort slot = 0) => new(kind, 0, slot);

    public RecordValue WithSlot(ushort slot) => new(Kind, _payload, slot);
}
