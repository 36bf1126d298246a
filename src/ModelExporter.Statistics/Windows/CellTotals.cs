using System.Numerics;

namespace ModelExporter.Statistics.Windows;

/// <summary>The sum of many panes: a window, or everything since the start.</summary>
public sealed class CellTotals(int counts, int sums)
{
    public long[] Counts { get; } = new long[counts];

    public double[] Sums { get; } = new double[sums];

    public void Add(Cells pane)
    {
        if (pane.IsEmpty) return;
        Accumulate(pane.Counts, subtract: false);
        AddSums(pane);
    }

    public void Add(in Increment increment)
    {
        foreach (int cell in increment.Cells) Counts[cell]++;
        foreach (ref readonly var term in increment.Terms) Sums[term.Cell] += term.Value;
    }

    public void Subtract(in Increment increment)
    {
        foreach (int cell in increment.Cells) Counts[cell]--;
        foreach (ref readonly var term in increment.Terms) Sums[term.Cell] -= term.Value;
    }

    /// <summary>Takes off a pane's counts, which is exact. Its sums stay: floating sums are merged anew instead of subtracted.</summary>
    public void SubtractCounts(Cells pane)
    {
        if (!pane.IsEmpty) Accumulate(pane.Counts, subtract: true);
    }

    public void AddSums(Cells pane) => VectorSum.Add<double>(pane.Sums, Sums);

    public void ClearSums() => Array.Clear(Sums);

    public void Clear()
    {
        Array.Clear(Counts);
        Array.Clear(Sums);
    }

    public void CopyFrom(CellTotals other)
    {
        other.Counts.CopyTo(Counts, 0);
        other.Sums.CopyTo(Sums, 0);
    }

    public void Save(BinaryWriter to)
    {
        to.WriteVector<long>(Counts);
        to.WriteVector<double>(Sums);
    }

    /// <summary>Reads what was saved over what is there.</summary>
    public void Restore(BinaryReader from)
    {
        from.ReadVector<long>(Counts);
        from.ReadVector<double>(Sums);
    }

    void Accumulate(uint[] pane, bool subtract)
    {
        var totals = Counts;
        int i = 0;
        for (; i <= pane.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            Vector.Widen(new Vector<uint>(pane, i), out var low, out var high);
            var first = new Vector<long>(totals, i);
            var second = new Vector<long>(totals, i + Vector<long>.Count);
            var (a, b) = (Vector.AsVectorInt64(low), Vector.AsVectorInt64(high));
            (subtract ? first - a : first + a).CopyTo(totals, i);
            (subtract ? second - b : second + b).CopyTo(totals, i + Vector<long>.Count);
        }
        for (; i < pane.Length; i++) totals[i] += subtract ? -(long)pane[i] : pane[i];
    }
}
