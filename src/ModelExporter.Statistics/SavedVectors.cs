using System.Runtime.InteropServices;

namespace ModelExporter.Statistics;

/// <summary>Vectors of numbers in a stream, as they lie in memory: the platforms of .NET 10 all put the low byte first.</summary>
public static class SavedVectors
{
    /// <summary>Writes the numbers, and not how many they are.</summary>
    public static void WriteVector<T>(this BinaryWriter to, ReadOnlySpan<T> numbers)
        where T : unmanaged => to.Write(MemoryMarshal.AsBytes(numbers));

    /// <summary>Reads as many numbers as there is room for.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static void ReadVector<T>(this BinaryReader from, Span<T> numbers)
        where T : unmanaged => from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers));
}
