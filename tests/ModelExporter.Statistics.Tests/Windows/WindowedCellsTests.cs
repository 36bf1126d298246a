using ModelExporter.Statistics.Windows;

namespace ModelExporter.Statistics.Tests.Windows;

public class WindowedCellsTests
{
    const long Second = 1_000_000;

    [Fact]
    public void Read_NothingCame_IsEmpty()
    {
        var cells = New("5m", "last_20");
        Assert.Equal(0, Count(cells, 0));
        Assert.Equal(0, Count(cells, 1));
        Assert.Equal(0, Ever(cells));
    }

    [Fact]
    public void CountWindow_AfterEachRecord_Holds951To1000OfTheLast()
    {
        var cells = New("last_1000");
        for (int n = 1; n <= 3_000; n++)
        {
            Add(cells, n * Second);
            long held = Count(cells, 0);
            if (n <= 1_000) Assert.Equal(n, held);
            else Assert.InRange(held, 951, 1_000);
            if (n % 50 == 0 && n >= 1_000) Assert.Equal(1_000, held);
        }
    }

    [Fact]
    public void CountWindow_BesideATimeWindow_StaysFullWhenTimeGoesOn()
    {
        var cells = New("1m", "last_20");
        for (int n = 0; n < 20; n++) Add(cells, n);
        cells.Advance(3_600 * Second);
        Assert.Equal(0, Count(cells, 0));
        Assert.Equal(20, Count(cells, 1));
    }

    [Fact]
    public void TimeWindow_LastMicrosecondOfItsOldestPane_IsHeldAndTheOneBeforeIsNot()
    {
        var cells = New("1m");
        Add(cells, 100 * Second);
        Assert.True(Add(cells, 41 * Second));
        Assert.False(Add(cells, 41 * Second - 1));
        Assert.Equal(2, Count(cells, 0));
        Assert.Equal(3, Ever(cells));
    }

    [Fact]
    public void TimeWindow_PaneLeaves_TakesItsRecordsWithIt()
    {
        var cells = New("1m");
        Add(cells, 10 * Second);
        Add(cells, 11 * Second);
        cells.Advance(70 * Second - 1);
        Assert.Equal(2, Count(cells, 0));
        cells.Advance(70 * Second);
        Assert.Equal(1, Count(cells, 0));
        cells.Advance(71 * Second);
        Assert.Equal(0, Count(cells, 0));
    }

    [Fact]
    public void TimeWindow_BeforeTheEpoch_WorksAsAfterIt()
    {
        var cells = New("1m");
        Add(cells, -90 * Second);
        Add(cells, -31 * Second - 1);
        Assert.Equal(2, Count(cells, 0));
        Add(cells, -30 * Second - 1);
        Assert.Equal(3, Count(cells, 0));
        Add(cells, -30 * Second);
        Assert.Equal(3, Count(cells, 0));
        Add(cells, 0);
        Assert.Equal(4, Count(cells, 0));
    }

    [Fact]
    public void Retract_WhatIsNotThere_ChangesNothing()
    {
        var cells = New("1m");
        Add(cells, 10 * Second);
        cells.Retract(20 * Second, new Increment([0], []));
        cells.Retract(-100 * Second, new Increment([0], []));
        Assert.Equal(1, Count(cells, 0));
    }

    [Fact]
    public void Retract_OfACountWindow_KeepsTheRecord()
    {
        var cells = New("1m", "last_20");
        Add(cells, 10 * Second);
        cells.Retract(10 * Second, new Increment([0], []));
        Assert.Equal(0, Count(cells, 0));
        Assert.Equal(1, Count(cells, 1));
        Assert.Equal(1, Ever(cells));
    }

    [Fact]
    public void Sums_AfterAHugeValueLeft_AreExactAgain()
    {
        var cells = new WindowedCells([Spec("1m")], 1, 1);
        cells.Add(0, new Increment([0], [new SumTerm(0, 1e17)]));
        cells.Add(30 * Second, new Increment([0], [new SumTerm(0, 0.125)]));
        cells.Advance(60 * Second);
        var totals = cells.NewTotals();
        cells.Read(0, totals);
        Assert.Equal(0.125, totals.Sums[0]);
    }

    [Fact]
    public void NewTotalsWhen_CountIsReached_GivesThem()
    {
        var cells = New("last_20");
        Add(cells, 1);
        Assert.Null(cells.NewTotalsWhen(2, 0));
        Add(cells, 2);
        Assert.Equal(2, cells.NewTotalsWhen(2, 0)!.Counts[0]);
    }

    [Fact]
    public void Add_OnceTheRingsAreFull_AllocatesNothing()
    {
        var cells = New("1m", "1h", "last_1000");
        long time = 0;
        for (int i = 0; i < 200_000; i++) Add(cells, time += Second / 10);
        // A collection that another test causes takes this thread's open allocation block away, and what is left of it would count.
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200_000; i++) Add(cells, (time += Second / 10) - (i % 7 == 0 ? 20 * Second : 0));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static WindowSpec Spec(string name) => WindowSpec.TryParse(name, out var window) ? window : throw new ArgumentException(name);

    static WindowedCells New(params string[] windows) => new([.. windows.Select(Spec)], 1, 0);

    static bool Add(WindowedCells cells, long time)
    {
        ReadOnlySpan<int> one = [0];
        return cells.Add(time, new Increment(one, []));
    }

    static long Count(WindowedCells cells, int window)
    {
        var totals = cells.NewTotals();
        cells.Read(window, totals);
        return totals.Counts[0];
    }

    static long Ever(WindowedCells cells)
    {
        var totals = cells.NewTotals();
        cells.ReadEver(totals);
        return totals.Counts[0];
    }
}
