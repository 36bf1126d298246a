using System.Buffers.Text;
using System.Globalization;

namespace ModelExporter.Engine.Records;

/// <summary>A number that stands for a name, as a class or a category may: <c>2</c>, <c>2.0</c> and <c>"2"</c> are one.</summary>
public static class NumberText
{
    /// <summary>The longest text, in bytes.</summary>
    public const int MaxLength = 32;

    /// <summary>Whole numbers without a fraction, the others as short as they round-trip. The room must hold <see cref="MaxLength"/> bytes.</summary>
    public static ReadOnlySpan<byte> Write(double number, Span<byte> room)
    {
        int written;
        if (number == Math.Truncate(number) && Math.Abs(number) < 1e15) Utf8Formatter.TryFormat((long)number, room, out written);
        else number.TryFormat(room, out written, "R", CultureInfo.InvariantCulture);
        return room[..written];
    }
}
