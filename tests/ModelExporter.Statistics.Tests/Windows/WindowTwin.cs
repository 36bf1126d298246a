using ModelExporter.Statistics.Windows;

namespace ModelExporter.Statistics.Tests.Windows;

/// <summary>What <see cref="WindowedCells"/> must say, worked out from every record that ever came: the exact twin.</summary>
sealed class WindowTwin(IReadOnlyList<WindowSpec> windows, int counts, int sums)
{
    readonly List<Entry> _arrived = [];
    readonly List<Entry> _restated = [];
    long _newest = long.MinValue;

    public bool Add(long time, int[] cells, SumTerm[] terms)
    {
        _newest = Math.Max(_newest, time);
        _arrived.Add(new Entry(time, cells, terms));
        return windows.All(w => w.IsByCount) || windows.Any(w => Holds(w, time));
    }

    public void Retract(long time, int[] cells, SumTerm[] terms)
    {
        var entry = _arrived.Concat(_restated).First(e => !e.Retracted && e.Time == time && e.Cells == cells && e.Terms == terms);
        entry.Retracted = true;
    }

    public void Restate(long time, int[] cells, SumTerm[] terms)
    {
        _newest = Math.Max(_newest, time);
        _restated.Add(new Entry(time, cells, terms));
    }

    public void Advance(long now) => _newest = Math.Max(_newest, now);

    public CellTotals Read(int window) => Sum(windows[window].IsByCount
        ? _arrived.TakeLast(Held(windows[window].Count))
        : _arrived.Concat(_restated).Where(e => !e.Retracted && Holds(windows[window], e.Time)));

    public CellTotals ReadEver() => Sum(_arrived);

    // 19 full panes and the newest, which is never empty.
    int Held(int count)
    {
        int pane = count / WindowSpec.PanesByCount;
        int inNewest = _arrived.Count == 0 ? 0 : (_arrived.Count - 1) % pane + 1;
        return (WindowSpec.PanesByCount - 1) * pane + inNewest;
    }

    bool Holds(WindowSpec window, long time)
    {
        if (window.IsByCount) return false;
        long length = window.Span.Ticks / TimeSpan.TicksPerMicrosecond / WindowSpec.PanesByTime;
        long pane = (long)Math.Floor((decimal)time / length);
        long newest = (long)Math.Floor((decimal)_newest / length);
        return pane > newest - WindowSpec.PanesByTime;
    }

    CellTotals Sum(IEnumerable<Entry> entries)
    {
        var totals = new CellTotals(counts, sums);
        foreach (var entry in entries)
        {
            foreach (int cell in entry.Cells) totals.Counts[cell]++;
            foreach (var term in entry.Terms) totals.Sums[term.Cell] += term.Value;
        }
        return totals;
    }

    sealed class Entry(long time, int[] cells, SumTerm[] terms)
    {
        public long Time => time;

        public int[] Cells => cells;

        public SumTerm[] Terms => terms;

        public bool Retracted { get; set; }
    }
}
