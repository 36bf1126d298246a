namespace ModelExporter.Statistics.Windows;

/// <summary>Hands out panes of one shape and takes them back, so that a running window allocates nothing.</summary>
public sealed class CellPool(int counts, int sums)
{
    readonly Stack<Cells> _free = new();

    public int Counts { get; } = counts;

    public int Sums { get; } = sums;

    public CellTotals NewTotals() => new(Counts, Sums);

    public Cells Rent() => _free.TryPop(out var cells) ? cells : new Cells(Counts, Sums);

    /// <summary>A pane as it was saved.</summary>
    public Cells Restore(BinaryReader from)
    {
        var cells = Rent();
        cells.Restore(from);
        return cells;
    }

    /// <summary>Reads a ring of panes, of which any may be missing.</summary>
    public void Restore(BinaryReader from, Span<Cells?> ring)
    {
        foreach (ref var pane in ring) pane = from.ReadBoolean() ? Restore(from) : null;
    }

    public static void Save(BinaryWriter to, ReadOnlySpan<Cells?> ring)
    {
        foreach (var pane in ring)
        {
            to.Write(pane is not null);
            pane?.Save(to);
        }
    }

    public void Return(Cells cells)
    {
        cells.Clear();
        _free.Push(cells);
    }
}
