namespace ModelExporter.Statistics.Windows;

/// <summary>A ring of panes of equally many records; the window is the merge of all of them, in order of arrival.</summary>
public sealed class CountWindow
{
    readonly Cells?[] _ring = new Cells?[WindowSpec.PanesByCount];
    readonly CellTotals _total;
    readonly CellPool _pool;
    readonly int _paneSize;
    int _slot;
    int _filled;
    bool _full;

    public CountWindow(int count, CellPool pool)
    {
        _paneSize = count / WindowSpec.PanesByCount;
        _pool = pool;
        _total = pool.NewTotals();
    }

    public static CountWindow Restore(BinaryReader from, int count, CellPool pool)
    {
        var window = new CountWindow(count, pool) { _slot = from.ReadInt32(), _filled = from.ReadInt32(), _full = from.ReadBoolean() };
        if ((uint)window._slot >= (uint)window._ring.Length) throw new InvalidDataException($"pane {window._slot}");
        window._total.Restore(from);
        pool.Restore(from, window._ring);
        return window;
    }

    public CellTotals Total => _total;

    /// <summary>How many records the newest pane still takes; 0 until <see cref="MakeRoom"/> when the window is full.</summary>
    public int Room => _full ? 0 : _paneSize - _filled;

    /// <summary>Forgets the oldest pane when the next record needs its place, not before: a full window stays full until then.</summary>
    public void MakeRoom()
    {
        if (!_full) return;
        _full = false;
        if (_ring[_slot] is not { } oldest) return;
        _total.SubtractCounts(oldest);
        _ring[_slot] = null;
        _pool.Return(oldest);
        _total.ClearSums();
        foreach (var pane in _ring)
            if (pane is not null) _total.AddSums(pane);
    }

    /// <summary>Adds a closed pane of at most <see cref="Room"/> records.</summary>
    public void Add(Cells closed, int records)
    {
        if (records == 0) return;
        NewestPane().Add(closed);
        _total.Add(closed);
        Fill(records);
    }

    public void Add(in Increment increment)
    {
        NewestPane().Add(increment);
        _total.Add(increment);
        Fill(1);
    }

    public void Save(BinaryWriter to)
    {
        to.Write(_slot);
        to.Write(_filled);
        to.Write(_full);
        _total.Save(to);
        CellPool.Save(to, _ring);
    }

    Cells NewestPane() => _ring[_slot] ??= _pool.Rent();

    void Fill(int records)
    {
        _filled += records;
        if (_filled < _paneSize) return;
        _filled = 0;
        _slot = (_slot + 1) % _ring.Length;
        _full = true;
    }
}
