using System.Numerics;

namespace ModelExporter.Statistics.Windows;

/// <summary>The sum of two vectors of numbers, place by place.</summary>
static class VectorSum
{
    /// <summary>Adds each of these to what stands in its place.</summary>
    public static void Add<T>(ReadOnlySpan<T> values, Span<T> into)
        where T : struct, INumber<T>
    {
        into = into[..values.Length];
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
            (new Vector<T>(into[i..]) + new Vector<T>(values[i..])).CopyTo(into[i..]);
        for (; i < values.Length; i++) into[i] += values[i];
    }
}
