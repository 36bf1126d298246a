using System.Runtime.CompilerServices;

namespace ModelExporter.Statistics.Windows;

/// <summary>One state vector over several windows at once, and over all time. One owner, one thread.</summary>
/// <remarks>
/// A record is written once, into the open pane. Where the pane of a window by count ends, the open pane is added to those windows and kept in a
/// slice for the others; where the pane of a window by time ends, the slice is added to them. Panes by count are short, so this is done often.
/// A record that comes late is written into each window's own pane of its time instead. Times are microseconds since the epoch.
/// </remarks>
public sealed partial class WindowedCells
{
    // More than a config may have: a file that claims more is not one of ours.
    const int MaxSavedWindows = 1000;

    readonly WindowSpec[] _specs;
    readonly TimeWindow?[] _byTime;
    readonly CountWindow?[] _byCount;
    readonly CellTotals _ever;
    readonly Cells _open;
    readonly Cells _slice;
    long _openStart = long.MaxValue;
    long _openEnd = long.MinValue;
    int _room;
    int _records;

    public WindowedCells(IReadOnlyList<WindowSpec> windows, int counts, int sums)
    {
        var pool = new CellPool(counts, sums);
        _specs = [.. windows];
        _byTime = [.. windows.Select(w => w.IsByCount ? null : new TimeWindow(Microseconds(w.Span), pool))];
        _byCount = [.. windows.Select(w => w.IsByCount ? new CountWindow(w.Count, pool) : null)];
        _ever = pool.NewTotals();
        _open = pool.Rent();
        _slice = pool.Rent();
    }

    public IReadOnlyList<WindowSpec> Windows => _specs;

    public int CountCells => _ever.Counts.Length;

    public int SumCells => _ever.Sums.Length;

    /// <summary>Adds one record at its time. Says whether it came so late that no time window holds it.</summary>
    /// <returns>False when the record is older than every time window: it is then in the counts of all time and of the count windows only.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(long time, in Increment increment)
    {
        if (time < _openStart | time >= _openEnd | _records == _room) return AddSlowly(time, increment);
        _records++;
        _open.Add(increment);
        return true;
    }

    /// <summary>Takes back what a record added at this time. All-time counts only grow, and count windows keep no times: both keep it.</summary>
    public void Retract(long time, in Increment increment)
    {
        Close();
        foreach (var window in _byTime)
            if (window is not null && window.Holds(time)) window.Subtract(increment, time);
    }

    /// <summary>Puts a corrected record in the time windows, in place of a retracted one.</summary>
    public void Restate(long time, in Increment increment)
    {
        if (time >= _openEnd) Open(time);
        else Close();
        foreach (var window in _byTime)
            if (window is not null && window.Holds(time)) window.Add(increment, time);
    }

    /// <summary>Moves the time windows on to this time when no record did.</summary>
    public void Advance(long now)
    {
        if (now >= _openEnd) Open(now);
    }

    /// <summary>The state of one window, into a vector of the caller's.</summary>
    public void Read(int window, CellTotals into)
    {
        if (_byCount[window] is { } byCount) into.CopyFrom(byCount.Total);
        else
        {
            into.CopyFrom(_byTime[window]!.Total);
            into.Add(_slice);
        }
        into.Add(_open);
    }

    /// <summary>The state since the start; its counts never go down.</summary>
    public void ReadEver(CellTotals into)
    {
        into.CopyFrom(_ever);
        into.Add(_slice);
        into.Add(_open);
    }

    /// <summary>The state since the start once a cell has counted this many; null before.</summary>
    public CellTotals? NewTotalsWhen(long count, int cell)
    {
        if (_ever.Counts[cell] + _slice.Counts[cell] + _open.Counts[cell] < count) return null;
        var totals = NewTotals();
        ReadEver(totals);
        return totals;
    }

    public CellTotals NewTotals() => new(CountCells, SumCells);

    static long Microseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    [MethodImpl(MethodImplOptions.NoInlining)]
    bool AddSlowly(long time, in Increment increment)
    {
        if (time < _openStart && _openStart != long.MaxValue) return AddLate(time, increment);
        if (time >= _openEnd) Open(time);
        else CloseByCount();
        foreach (var window in _byCount) window?.MakeRoom();
        _room = RoomOfCountWindows();
        _records = 1;
        _open.Add(increment);
        return true;
    }

    bool AddLate(long time, in Increment increment)
    {
        CloseByCount();
        _ever.Add(increment);
        foreach (var window in _byCount)
        {
            window?.MakeRoom();
            window?.Add(increment);
        }
        _room = RoomOfCountWindows();
        bool held = false;
        foreach (var window in _byTime)
        {
            if (window is null || !window.Holds(time)) continue;
            window.Add(increment, time);
            held = true;
        }
        return held;
    }

    void Open(long time)
    {
        Close();
        _openStart = long.MinValue;
        _openEnd = long.MaxValue;
        foreach (var window in _byTime)
        {
            if (window is null) continue;
            window.RollTo(time);
            long start = window.PaneOf(time) * window.PaneLength;
            _openStart = Math.Max(_openStart, start);
            _openEnd = Math.Min(_openEnd, start + window.PaneLength);
        }
        _room = RoomOfCountWindows();
    }

    int RoomOfCountWindows()
    {
        int room = int.MaxValue;
        foreach (var window in _byCount)
            if (window is not null) room = Math.Min(room, window.Room);
        return room;
    }

    /// <summary>Hands the open pane to every window. The pane stays open for its time: more may follow.</summary>
    void Close()
    {
        CloseByCount();
        if (_slice.IsEmpty) return;
        foreach (var window in _byTime) window?.Add(_slice, _openStart);
        _ever.Add(_slice);
        _slice.Clear();
    }

    void CloseByCount()
    {
        if (!_open.IsEmpty)
        {
            foreach (var window in _byCount) window?.Add(_open, _records);
            _slice.Add(_open);
            _open.Clear();
            _room = RoomOfCountWindows();
        }
        _records = 0;
    }
}
