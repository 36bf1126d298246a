using ModelExporter.Engine.Baselines;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Monitoring.Inputs;

/// <summary>A version's inputs and outputs over its windows, in the bins of a baseline.</summary>
sealed class InputState
{
    public InputState(IReadOnlyList<FeatureBaseline> baselines, IReadOnlySet<string> ignored, IReadOnlyList<WindowSpec> windows)
    {
        Layout = new InputLayout(baselines);
        Writer = new InputWriter(Layout, ignored);
        Cells = new WindowedCells(windows, Layout.Counts, Layout.Sums);
    }

    public InputLayout Layout { get; }

    public InputWriter Writer { get; }

    public WindowedCells Cells { get; private set; }

    /// <summary>Reads what its cells saved.</summary>
    public void Restore(BinaryReader from, IReadOnlyList<WindowSpec> windows) => Cells = WindowedCells.Restore(from, windows, Layout.Counts, Layout.Sums);
}
