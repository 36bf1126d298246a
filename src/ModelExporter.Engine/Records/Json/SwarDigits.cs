using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ModelExporter.Engine.Records.Json;

/// <summary>ASCII digits read eight at a time inside one 64-bit word, the first digit in the lowest byte.</summary>
static class SwarDigits
{
    const ulong Zeros = 0x3030303030303030;

    /// <summary>Eight bytes as a word; the caller has made sure that they are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load(ref readonly byte first)
    {
        var word = Unsafe.ReadUnaligned<ulong>(in first);
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    /// <summary>How many of the eight bytes, from the first, are digits.</summary>
    // A byte above '9' sets its top bit in the sum, one below '0' in the difference. Carries run only towards later bytes, so they
    // cannot reach the first byte that is no digit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(ulong word) =>
        BitOperations.TrailingZeroCount(((word + 0x4646464646464646) | (word - Zeros)) & 0x8080808080808080) >> 3;

    /// <summary>The number that the first <paramref name="count"/> (1 to 8) bytes write; they are digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Value(ulong word, int count)
    {
        // Shifting moves the digits to the end and zeros in before them. Then pairs, fours and eights in three multiplications.
        word = (word - Zeros) << (64 - 8 * count);
        word = word * 10 + (word >> 8);
        return (uint)(((word & 0x000000FF000000FF) * 0x000F424000000064 + ((word >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >> 32);
    }
}
