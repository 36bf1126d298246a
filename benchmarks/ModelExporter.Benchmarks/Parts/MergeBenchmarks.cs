using BenchmarkDotNet.Attributes;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Benchmarks.Parts;

/// <summary>What is done where a pane ends, for the state of 25 features.</summary>
public class MergeBenchmarks
{
    const int Counts = 25 * 68;
    const int Sums = 25 * 10;

    readonly Cells _pane = NewPane();
    readonly Cells _coarser = new(Counts, Sums);
    readonly CellTotals _totals = new(Counts, Sums);

    [Benchmark]
    public void AddPaneToWindow() => _totals.Add(_pane);

    [Benchmark]
    public void AddPaneToPane() => _coarser.Add(_pane);

    static Cells NewPane()
    {
        var pane = new Cells(Counts, Sums);
        pane.Add(new Increment([.. Enumerable.Range(0, Counts)], [new SumTerm(0, 1)]));
        return pane;
    }
}
