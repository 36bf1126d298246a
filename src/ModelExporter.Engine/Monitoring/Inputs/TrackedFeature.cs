using System.Runtime.CompilerServices;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;
using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Engine.Monitoring.Inputs;

/// <summary>A feature with its place in the state: value cells as its baseline has them, and four for what is wrong with a value.</summary>
sealed class TrackedFeature
{
    /// <summary>Cells behind the value cells, in this order.</summary>
    public const int Faults = 4;

    readonly BinEdges _edges;
    readonly Utf8Index? _categories;
    readonly int _valueCells;
    readonly uint _innerBins;

    public TrackedFeature(FeatureBaseline baseline, int index, int firstCell, int firstSum)
    {
        Baseline = baseline;
        Index = index;
        FirstCell = firstCell;
        FirstSum = firstSum;
        _valueCells = baseline.Cells;
        AbsentCell = MissingCell + 1;
        _innerBins = (uint)Math.Max(0, _valueCells - BinnedDistribution.EndSumCount);
        IsNumeric = baseline.Type == FeatureType.Numeric;
        if (IsNumeric) _edges = new BinEdges(baseline.Edges);
        else
        {
            _categories = new Utf8Index();
            foreach (string category in baseline.Categories) _categories.Add(category);
        }
    }

    public FeatureBaseline Baseline { get; }

    public string Name => Baseline.Name;

    public bool IsNumeric { get; }

    /// <summary>Its position among the features of its layout.</summary>
    public int Index { get; }

    public int FirstCell { get; }

    public int FirstSum { get; }

    public int ValueCells => _valueCells;

    /// <summary>There, and nothing in it.</summary>
    public int MissingCell => FirstCell + _valueCells;

    /// <summary>Not in the record at all.</summary>
    public int AbsentCell { get; }

    public int WrongTypeCell => MissingCell + 2;

    /// <summary>A number beyond the range of a double.</summary>
    public int NotFiniteCell => MissingCell + 3;

    public int NextCell => FirstCell + _valueCells + Faults;

    public int NextSum => FirstSum + (IsNumeric ? BinnedDistribution.EndSumCount : 0);

    /// <summary>The cell of a value; adds to the sums of the outermost bins where it falls into one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CellOf(RecordBatch batch, in RecordValue value, IncrementBuffer buffer) =>
        IsNumeric && value.Kind == ValueKind.Number ? CellOf(value.Number, buffer) : CellOfOther(batch, value, buffer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CellOf(double number, IncrementBuffer buffer)
    {
        int bin = _edges.Find(number);
        // One branch for what is rare: the bins at either end, where everything that is not finite falls too.
        return (uint)(bin - BinnedDistribution.EndSumCount / 2) < _innerBins ? FirstCell + bin : CellOfEnd(bin, number, buffer);
    }

    public int CellOf(ReadOnlySpan<byte> category)
    {
        int number = _categories!.Find(category);
        if (number < 0) return FirstCell + (Baseline.Truncated ? Baseline.OtherCell : Baseline.UnseenCell);
        return FirstCell + Math.Min(number, Baseline.OtherCell);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    int CellOfEnd(int bin, double number, IncrementBuffer buffer)
    {
        if (!double.IsFinite(number)) return NotFiniteCell;
        buffer.Sum(FirstSum + BinnedDistribution.EndSumOf(bin, _valueCells), number);
        return FirstCell + bin;
    }

    int CellOfOther(RecordBatch batch, in RecordValue value, IncrementBuffer buffer)
    {
        switch (value.Kind)
        {
            case ValueKind.Absent: return AbsentCell;
            case ValueKind.Missing: return MissingCell;
            case ValueKind.Boolean when IsNumeric: return CellOf(value.Boolean ? 1.0 : 0.0, buffer);
            case ValueKind.Boolean: return CellOf(value.Boolean ? "true"u8 : "false"u8);
            case ValueKind.Text when !IsNumeric: return CellOf(batch.TextOf(value));
            case ValueKind.Number when !double.IsFinite(value.Number): return NotFiniteCell;
            case ValueKind.Number:
                Span<byte> room = stackalloc byte[NumberText.MaxLength];
                return CellOf(NumberText.Write(value.Number, room));
            default: return WrongTypeCell;
        }
    }
}
