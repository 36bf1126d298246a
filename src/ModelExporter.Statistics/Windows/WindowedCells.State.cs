namespace ModelExporter.Statistics.Windows;

public sealed partial class WindowedCells
{
    WindowedCells(WindowSpec[] specs, TimeWindow?[] byTime, CountWindow?[] byCount, CellTotals ever, Cells open, Cells slice)
    {
        (_specs, _byTime, _byCount) = (specs, byTime, byCount);
        (_ever, _open, _slice) = (ever, open, slice);
    }

    /// <summary>Reads what <see cref="Save"/> wrote. A window that was not there starts empty; one that is no longer wanted is passed over.</summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="windows">The windows that are wanted now.</param>
    /// <param name="counts">Counts of the state vector, as they were.</param>
    /// <param name="sums">Sums of the state vector, as they were.</param>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static WindowedCells Restore(BinaryReader from, IReadOnlyList<WindowSpec> windows, int counts, int sums)
    {
        var pool = new CellPool(counts, sums);
        var saved = Read(from, pool);
        if (windows.SequenceEqual(saved._specs)) return saved;
        saved.Close();
        var fitting = new WindowedCells(
            [.. windows],
            [.. windows.Select(w => w.IsByCount ? null : saved._byTime.ElementAtOrDefault(saved.Find(w)) ?? new TimeWindow(Microseconds(w.Span), pool))],
            [.. windows.Select(w => w.IsByCount ? saved._byCount.ElementAtOrDefault(saved.Find(w)) ?? new CountWindow(w.Count, pool) : null)],
            saved._ever,
            saved._open,
            saved._slice);
        // Before the next record, which may be a late one, the new windows must know what time it is.
        if (saved._openStart != long.MaxValue) fitting.Open(saved._openStart);
        return fitting;
    }

    /// <summary>Writes all of it.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(_specs.Length);
        for (int i = 0; i < _specs.Length; i++)
        {
            to.Write(_specs[i].Name);
            if (_byTime[i] is { } byTime) byTime.Save(to);
            else _byCount[i]!.Save(to);
        }
        _ever.Save(to);
        _open.Save(to);
        _slice.Save(to);
        to.Write(_openStart);
        to.Write(_openEnd);
        to.Write(_room);
        to.Write(_records);
    }

    static WindowedCells Read(BinaryReader from, CellPool pool)
    {
        int count = from.ReadInt32();
        if (count is < 0 or > MaxSavedWindows) throw new InvalidDataException($"{count} windows");
        var specs = new WindowSpec[count];
        var byTime = new TimeWindow?[count];
        var byCount = new CountWindow?[count];
        for (int i = 0; i < count; i++)
        {
            string name = from.ReadString();
            if (!WindowSpec.TryParse(name, out var spec)) throw new InvalidDataException($"window {name}");
            specs[i] = spec;
            if (spec.IsByCount) byCount[i] = CountWindow.Restore(from, spec.Count, pool);
            else byTime[i] = TimeWindow.Restore(from, Microseconds(spec.Span), pool);
        }
        var ever = pool.NewTotals();
        ever.Restore(from);
        var cells = new WindowedCells(specs, byTime, byCount, ever, pool.Restore(from), pool.Restore(from))
        {
            _openStart = from.ReadInt64(),
            _openEnd = from.ReadInt64(),
            _room = from.ReadInt32(),
            _records = from.ReadInt32(),
        };
        return cells;
    }

    int Find(WindowSpec window) => Array.IndexOf(_specs, window);
}
