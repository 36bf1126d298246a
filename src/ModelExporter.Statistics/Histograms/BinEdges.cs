using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelExporter.Statistics.Histograms;

/// <summary>The edges of at most 64 bins, laid out so that two vector compares find the bin of a value.</summary>
/// <remarks>
/// Bin k holds the values v with edge[k-1] &lt;= v &lt; edge[k]; the first bin has no lower end and the last no upper end.
/// The table is eight separators (the last edge of each block of eight) followed by the 64 edges. Unused places are NaN, which
/// no value reaches: an infinity would be reached by an infinite value.
/// </remarks>
public readonly struct BinEdges
{
    /// <summary>The most edges one feature can have: with them come 64 bins.</summary>
    public const int MaxCount = 63;

    const int Block = 8;
    readonly double[] _table;
    readonly double[] _values;

    public BinEdges(ReadOnlySpan<double> ascendingEdges)
    {
        Check(ascendingEdges);
        _values = ascendingEdges.ToArray();
        _table = new double[Block + Block * Block];
        _table.AsSpan().Fill(double.NaN);
        _values.CopyTo(_table, Block);
        for (int block = 0; block < Block; block++)
            _table[block] = _table[Block + block * Block + Block - 1];
    }

    /// <summary>The number of bins, one more than there are edges.</summary>
    public int BinCount => _values.Length + 1;

    /// <summary>The edges in ascending order.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The bin of a value: the number of edges that are not greater. The value is never NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(double value)
    {
        if (Vector512.IsHardwareAccelerated)
            return Find512(value);
        if (Vector256.IsHardwareAccelerated)
            return Find256(value);
        return Vector128.IsHardwareAccelerated ? Find128(value) : FindScalar(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find512(double value)
    {
        ref double table = ref MemoryMarshal.GetArrayDataReference(_table);
        var wanted = Vector512.Create(value);
        int block = Reached512(ref table, 0, wanted);
        return block * Block + Reached512(ref table, Block + block * Block, wanted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find256(double value)
    {
        ref double table = ref MemoryMarshal.GetArrayDataReference(_table);
        var wanted = Vector256.Create(value);
        int block = Reached256(ref table, 0, wanted);
        return block * Block + Reached256(ref table, Block + block * Block, wanted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find128(double value)
    {
        ref double table = ref MemoryMarshal.GetArrayDataReference(_table);
        var wanted = Vector128.Create(value);
        int block = Reached128(ref table, 0, wanted);
        return block * Block + Reached128(ref table, Block + block * Block, wanted);
    }

    internal int FindScalar(double value)
    {
        int block = ReachedScalar(_table.AsSpan(0, Block), value);
        return block * Block + ReachedScalar(_table.AsSpan(Block + block * Block, Block), value);
    }

    // The last separator is always NaN (63 edges at most), so a block is 0..7 and no load leaves the table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Reached512(ref double table, int start, Vector512<double> wanted)
    {
        var edges = Vector512.LoadUnsafe(ref table, (nuint)start);
        return BitOperations.PopCount(Vector512.LessThanOrEqual(edges, wanted).ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Reached256(ref double table, int start, Vector256<double> wanted)
    {
        var low = Vector256.LoadUnsafe(ref table, (nuint)start);
        var high = Vector256.LoadUnsafe(ref table, (nuint)start + 4);
        return BitOperations.PopCount(
            Vector256.LessThanOrEqual(low, wanted).ExtractMostSignificantBits()
            | Vector256.LessThanOrEqual(high, wanted).ExtractMostSignificantBits() << 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Reached128(ref double table, int start, Vector128<double> wanted)
    {
        // A true lane is -1: the lanes add up to minus the number of edges reached.
        var reached = Vector128<long>.Zero;
        for (int lane = 0; lane < Block; lane += 2)
            reached += Vector128.LessThanOrEqual(Vector128.LoadUnsafe(ref table, (nuint)(start + lane)), wanted).AsInt64();
        return -(int)Vector128.Sum(reached);
    }

    static int ReachedScalar(ReadOnlySpan<double> edges, double value)
    {
        int reached = 0;
        foreach (double edge in edges)
            reached += edge <= value ? 1 : 0;
        return reached;
    }

    static void Check(ReadOnlySpan<double> edges)
    {
        if (edges.Length is 0 or > MaxCount)
            throw new ArgumentException($"1 to {MaxCount} edges are possible, not {edges.Length}.", nameof(edges));
        for (int i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]))
                throw new ArgumentException($"Edge {i} is {edges[i]}; edges are finite.", nameof(edges));
            if (i > 0 && edges[i - 1] >= edges[i])
                throw new ArgumentException($"Edge {i} ({edges[i]}) does not lie above the one before ({edges[i - 1]}).", nameof(edges));
        }
    }
}
