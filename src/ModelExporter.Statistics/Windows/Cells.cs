using System.Runtime.CompilerServices;

namespace ModelExporter.Statistics.Windows;

/// <summary>A pane's state: a vector of counts and a vector of sums. What each index means is its layout's business.</summary>
/// <remarks>
/// Every summary of the product (histograms, confusion matrix, score histogram, error sums) is a range of such a vector, so that merging,
/// forgetting and storing are written once. Counts are 32 bits wide: a pane is short, and 4 billion records do not fit into one.
/// </remarks>
public sealed class Cells(int counts, int sums)
{
    public uint[] Counts { get; } = new uint[counts];

    public double[] Sums { get; } = new double[sums];

    /// <summary>Whether nothing was added since the last <see cref="Clear"/>.</summary>
    public bool IsEmpty { get; private set; } = true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Increment increment)
    {
        IsEmpty = false;
        var counts = Counts;
        foreach (int cell in increment.Cells) counts[cell]++;
        var sums = Sums;
        foreach (ref readonly var term in increment.Terms) sums[term.Cell] += term.Value;
    }

    /// <summary>Whether every cell has something to take away.</summary>
    public bool Covers(in Increment increment)
    {
        foreach (int cell in increment.Cells)
            if (Counts[cell] == 0) return false;
        return true;
    }

    public void Subtract(in Increment increment)
    {
        foreach (int cell in increment.Cells) Counts[cell]--;
        foreach (ref readonly var term in increment.Terms) Sums[term.Cell] -= term.Value;
    }

    public void Add(Cells other)
    {
        IsEmpty &= other.IsEmpty;
        VectorSum.Add<uint>(other.Counts, Counts);
        VectorSum.Add<double>(other.Sums, Sums);
    }

    public void Save(BinaryWriter to)
    {
        to.Write(IsEmpty);
        if (IsEmpty) return;
        to.WriteVector<uint>(Counts);
        to.WriteVector<double>(Sums);
    }

    /// <summary>Reads what was saved over what is there.</summary>
    public void Restore(BinaryReader from)
    {
        Clear();
        IsEmpty = from.ReadBoolean();
        if (IsEmpty) return;
        from.ReadVector<uint>(Counts);
        from.ReadVector<double>(Sums);
    }

    public void Clear()
    {
        if (IsEmpty) return;
        Array.Clear(Counts);
        Array.Clear(Sums);
        IsEmpty = true;
    }
}
