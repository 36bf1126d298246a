namespace ModelExporter.Statistics.Windows;

/// <summary>What one record adds: one to each of these cells, and a value to each of these sums.</summary>
public readonly ref struct Increment(ReadOnlySpan<int> cells, ReadOnlySpan<SumTerm> terms)
{
    public ReadOnlySpan<int> Cells { get; } = cells;

    public ReadOnlySpan<SumTerm> Terms { get; } = terms;
}

/// <summary>A value to add to the sum at an index.</summary>
public readonly record struct SumTerm(int Cell, double Value);
