using System.Numerics;

namespace ModelExporter.Engine.Records.Json;

/// <summary>
/// The double nearest to <c>m * 10^q</c> from one or two 64-bit multiplications: the algorithm of Eisel and Lemire
/// (D. Lemire, "Number Parsing at a Gigabyte per Second", Software: Practice and Experience 51(8), 2021).
/// </summary>
static class EiselLemire
{
    const int MinExponent = -342;
    const int MaxExponent = 308;

    static readonly UInt128[] FivePowers = CreateFivePowers();

    /// <summary>False where the algorithm cannot decide, and for results that are subnormal, zero or infinite: about none of the
    /// numbers in practice. <paramref name="mantissa"/> is not zero.</summary>
    public static bool TryConvert(ulong mantissa, long exponent, out double value)
    {
        value = 0;
        if (exponent is < MinExponent or > MaxExponent) return false;
        var q = (int)exponent;
        var five = FivePowers[q - MinExponent];
        var shift = BitOperations.LeadingZeroCount(mantissa);
        mantissa <<= shift;

        var high = Math.BigMul(mantissa, (ulong)(five >> 64), out var low);
        if ((high & 0x1FF) == 0x1FF)
        {
            var carry = Math.BigMul(mantissa, (ulong)five, out _);
            low += carry;
            if (low < carry) high++;
        }

        if (low == ulong.MaxValue && q is < -27 or > 55) return false;

        // 54 bits: the 53 of the result and one to round by.
        var top = (int)(high >> 63);
        var bits = high >> (top + 9);
        var binaryExponent = ((217706 * q) >> 16) + 1086 + top - shift;
        if (binaryExponent is <= 0 or >= 2046) return false;

        // Exactly half way, which only these powers of ten can be: round to even by not rounding up.
        if (low <= 1 && q is >= -4 and <= 23 && (bits & 3) == 1 && bits << (top + 9) == high) bits &= ~1UL;
        bits = (bits + (bits & 1)) >> 1;
        if (bits >= 1UL << 53)
        {
            bits = 1UL << 52;
            binaryExponent++;
        }

        value = BitConverter.UInt64BitsToDouble((bits & ~(1UL << 52)) | (ulong)binaryExponent << 52);
        return true;
    }

    // The most significant 128 bits of 5^q: truncated where q >= 0, rounded up where 5^q is a repeating binary fraction.
    static UInt128[] CreateFivePowers()
    {
        var powers = new UInt128[MaxExponent - MinExponent + 1];
        var power = BigInteger.One;
        for (var q = 0; q <= -MinExponent; q++, power *= 5)
        {
            var length = (int)power.GetBitLength();
            if (q <= MaxExponent) powers[q - MinExponent] = (UInt128)(length > 128 ? power >> (length - 128) : power << (128 - length));
            if (q == 0) continue;
            var reciprocal = (BigInteger.One << (length + 127)) / power + 1;
            powers[-q - MinExponent] = (UInt128)(reciprocal >> ((int)reciprocal.GetBitLength() - 128));
        }

        return powers;
    }
}
