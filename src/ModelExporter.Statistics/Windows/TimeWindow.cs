namespace ModelExporter.Statistics.Windows;

/// <summary>A ring of equal time slices; the window is the merge of all of them.</summary>
/// <remarks>Times are microseconds since the epoch. Panes are aligned to multiples of their length, so that replay and live run agree.</remarks>
public sealed class TimeWindow
{
    readonly Cells?[] _ring = new Cells?[WindowSpec.PanesByTime];
    readonly CellTotals _total;
    readonly CellPool _pool;
    long _newest = long.MinValue;

    public TimeWindow(long length, CellPool pool)
    {
        PaneLength = length / WindowSpec.PanesByTime;
        _pool = pool;
        _total = pool.NewTotals();
    }

    public static TimeWindow Restore(BinaryReader from, long length, CellPool pool)
    {
        var window = new TimeWindow(length, pool) { _newest = from.ReadInt64() };
        window._total.Restore(from);
        pool.Restore(from, window._ring);
        return window;
    }

    public long PaneLength { get; }

    public CellTotals Total => _total;

    public long PaneOf(long time) => Math.DivRem(time, PaneLength) is var (pane, rest) && rest < 0 ? pane - 1 : pane;

    /// <summary>Whether the pane of this time is still in the ring. A pane newer than the newest is not in it yet.</summary>
    public bool Holds(long time) => _newest != long.MinValue && PaneOf(time) is var pane && pane <= _newest && pane > _newest - _ring.Length;

    /// <summary>Moves the ring on, so that the pane of this time is the newest; panes that fall out are forgotten.</summary>
    public void RollTo(long time)
    {
        long pane = PaneOf(time);
        if (pane <= _newest) return;
        long steps = _newest == long.MinValue ? 0 : Math.Min(pane - _newest, _ring.Length);
        bool forgotten = false;
        for (long i = 1; i <= steps; i++) forgotten |= Forget(Slot(pane - steps + i));
        _newest = pane;
        if (forgotten) MergeSumsAnew();
    }

    /// <summary>Adds a closed pane of the finest grain; its time must be held.</summary>
    public void Add(Cells closed, long time)
    {
        if (closed.IsEmpty) return;
        PaneAt(time).Add(closed);
        _total.Add(closed);
    }

    public void Add(in Increment increment, long time)
    {
        PaneAt(time).Add(increment);
        _total.Add(increment);
    }

    /// <summary>Takes away what was added at this time, if it is still there.</summary>
    public void Subtract(in Increment increment, long time)
    {
        var pane = PaneAt(time);
        if (!pane.Covers(increment)) return;
        pane.Subtract(increment);
        _total.Subtract(increment);
    }

    public void Save(BinaryWriter to)
    {
        to.Write(_newest);
        _total.Save(to);
        CellPool.Save(to, _ring);
    }

    int Slot(long pane) => (int)(((pane % _ring.Length) + _ring.Length) % _ring.Length);

    Cells PaneAt(long time) => _ring[Slot(PaneOf(time))] ??= _pool.Rent();

    bool Forget(int slot)
    {
        if (_ring[slot] is not { } pane) return false;
        _total.SubtractCounts(pane);
        _ring[slot] = null;
        _pool.Return(pane);
        return true;
    }

    void MergeSumsAnew()
    {
        _total.ClearSums();
        foreach (var pane in _ring)
            if (pane is not null) _total.AddSums(pane);
    }
}
