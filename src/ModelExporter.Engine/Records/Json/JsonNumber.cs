using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelExporter.Engine.Records.Json;

/// <summary>Reads a JSON number into the double that <c>double.Parse</c> gives for it, bit for bit.</summary>
/// <remarks>A number beyond the range of a double becomes an infinity or a zero of its sign (<c>1e400</c>, <c>1e-400</c>).</remarks>
public static class JsonNumber
{
    // More decimal digits than this may not fit 64 bits.
    const int MaxMantissaDigits = 19;

    // '-', 8 digits, '.', and the 8 bytes that hold the fraction: what ParseShort may look at before it has to check for the end.
    const int FastLength = 18;

    // The powers of ten that a double holds exactly.
    static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    static ReadOnlySpan<uint> WholePowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>Reads the number at the start of <paramref name="text"/>, whatever follows it; false if there is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value, out int consumed)
    {
        consumed = ParseShort(text, out value);
        if (consumed == 0) consumed = ParseAny(text, out value);
        return consumed > 0;
    }

    /// <summary>The length of the number at the start of <paramref name="text"/>; 0 if there is none or only <see cref="ParseAny"/> can
    /// tell, because it is long, has an exponent or stands at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ParseShort(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.Length < FastLength) return 0;
        ref var start = ref MemoryMarshal.GetReference(text);

        // The caller waits for the end of the number, not for its value. So both ends come out of one load, whatever the sign.
        var bytes = Vector128.LoadUnsafe(ref start);
        var isDigit = Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        var others = isDigit.ExtractMostSignificantBits() ^ 0xFFFF;
        var negative = others & 1;
        others &= ~1u;
        var end = BitOperations.TrailingZeroCount(others);

        var whole = (int)negative;
        var digits = end - whole;
        if ((uint)(digits - 1) >= sizeof(ulong)) return 0;
        var word = SwarDigits.Load(in Unsafe.Add(ref start, whole));

        // Signs and leading zeros come as they like: a branch on either would be guessed wrongly half of the time.
        if ((negative != 0 & start != (byte)'-') | ((byte)word == (byte)'0' & digits > 1)) return 0;
        ulong mantissa = SwarDigits.Value(word, digits);
        double magnitude = mantissa;
        if (Unsafe.Add(ref start, end) == (byte)'.')
        {
            var fraction = end + 1;
            end = BitOperations.TrailingZeroCount(others & (others - 1));
            digits = end - fraction;
            if ((uint)(digits - 1) >= sizeof(ulong)) return 0;
            word = SwarDigits.Load(in Unsafe.Add(ref start, fraction));

            // At most 14 digits, or the vector would not hold the end. So both operands are exact, and the one rounding is the right one
            // (W. Clinger, "How to Read Floating Point Numbers Accurately", PLDI 1990).
            magnitude = (mantissa * WholePowersOfTen[digits] + SwarDigits.Value(word, digits)) / PowersOfTen[digits];
        }

        if ((Unsafe.Add(ref start, end) | 0x20) == 'e') return 0;
        value = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(magnitude) | (ulong)negative << 63);
        return end;
    }

    /// <summary>The length of the number at the start of <paramref name="text"/>, 0 if there is none.</summary>
    internal static int ParseAny(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var negative = text is [(byte)'-', ..];
        var whole = negative ? 1 : 0;
        ulong mantissa = 0;
        var at = ReadDigits(text, whole, ref mantissa);
        var digits = at - whole;
        if (digits == 0 || (digits > 1 && text[whole] == (byte)'0')) return 0;

        var fractionDigits = 0;
        if (at < text.Length && text[at] == (byte)'.')
        {
            var fraction = at + 1;
            at = ReadDigits(text, fraction, ref mantissa);
            fractionDigits = at - fraction;
            if (fractionDigits == 0) return 0;
        }

        var exponent = 0;
        if (at < text.Length && (text[at] | 0x20) == 'e' && !TryReadExponent(text, ref at, out exponent)) return 0;

        var number = text[..at];
        var exact = digits + fractionDigits <= MaxMantissaDigits || CountSignificantDigits(number) <= MaxMantissaDigits;
        if (exact && TryConvert(mantissa, (long)exponent - fractionDigits, out value))
            value = negative ? -value : value;
        else
            value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        return at;
    }

    static bool TryConvert(ulong mantissa, long exponent, out double value)
    {
        value = mantissa;
        if (mantissa == 0) return true;
        if (mantissa > 1UL << 53 || exponent is < -22 or > 22) return EiselLemire.TryConvert(mantissa, exponent, out value);

        // Exact operands, as in ParseShort.
        value = exponent < 0 ? value / PowersOfTen[(int)-exponent] : value * PowersOfTen[(int)exponent];
        return true;
    }

    // Appends the digits at `at` to the mantissa and gives the position after them. The mantissa is wrong after too many digits.
    static int ReadDigits(ReadOnlySpan<byte> text, int at, ref ulong mantissa)
    {
        while (text.Length - at >= sizeof(ulong))
        {
            var word = SwarDigits.Load(in text[at]);
            var count = SwarDigits.Count(word);
            if (count == 0) return at;
            mantissa = mantissa * WholePowersOfTen[count] + SwarDigits.Value(word, count);
            at += count;
            if (count < sizeof(ulong)) return at;
        }

        for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++) mantissa = mantissa * 10 + text[at] - '0';
        return at;
    }

    static bool TryReadExponent(ReadOnlySpan<byte> text, ref int at, out int exponent)
    {
        exponent = 0;
        at++;
        var negative = at < text.Length && text[at] == (byte)'-';
        if (negative || (at < text.Length && text[at] == (byte)'+')) at++;
        var first = at;

        // A longer exponent would overflow, and decides nothing.
        for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
            if (exponent < 100_000_000) exponent = exponent * 10 + text[at] - '0';
        if (negative) exponent = -exponent;
        return at > first;
    }

    static int CountSignificantDigits(ReadOnlySpan<byte> number)
    {
        var first = number.IndexOfAnyInRange((byte)'1', (byte)'9');
        var count = 0;
        for (var at = first; at >= 0 && at < number.Length && (number[at] | 0x20) != 'e'; at++)
            if (number[at] != (byte)'.') count++;
        return count;
    }
}
