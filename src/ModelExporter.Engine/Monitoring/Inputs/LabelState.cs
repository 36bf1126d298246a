using ModelExporter.Engine.Baselines;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Monitoring.Inputs;

/// <summary>Regression: the labels' distribution over the windows. The labels of a classification are in its confusion matrix.</summary>
sealed class LabelState
{
    readonly IncrementBuffer _buffer = new(2, 1);

    public LabelState(FeatureBaseline baseline, IReadOnlyList<WindowSpec> windows)
    {
        Layout = new InputLayout([baseline]);
        Cells = new WindowedCells(windows, Layout.Counts, Layout.Sums);
    }

    public InputLayout Layout { get; }

    public WindowedCells Cells { get; private set; }

    /// <summary>Reads what its cells saved.</summary>
    public void Restore(BinaryReader from, IReadOnlyList<WindowSpec> windows) => Cells = WindowedCells.Restore(from, windows, Layout.Counts, Layout.Sums);

    public void Add(long time, double label)
    {
        _buffer.Clear();
        _buffer.Count(InputLayout.Predictions);
        _buffer.Count(Layout.Features[0].CellOf(label, _buffer));
        Cells.Add(time, _buffer.Increment);
    }
}
