namespace ModelExporter.Statistics.Windows;

/// <summary>Hands out panes of one shape and takes them back, so that a running window allocates nothing.</summary>
public sealed class CellPool(int counts, int sums)
{
    readonly Stack<Cells> _free = new();

    public int Counts { get; } = counts;

    public int Sums { get; } = sums;

    public CellTotals NewTotals() => new(Counts, Sums);

    public Cells Rent() => _free.TryPop(out var cells) ? cells : new Cells(Counts, Sums);

    public void Return(Cells cells)
    {
        cells.Clear();
        _free.Push(cells);
    }
}
