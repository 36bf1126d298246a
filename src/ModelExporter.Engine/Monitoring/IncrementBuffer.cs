using System.Runtime.CompilerServices;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Monitoring;

/// <summary>Gathers what one record adds. Reused from record to record.</summary>
sealed class IncrementBuffer(int cells, int terms)
{
    readonly int[] _cells = new int[cells];
    readonly SumTerm[] _terms = new SumTerm[terms];
    int _cellCount;
    int _termCount;

    public Increment Increment => new(_cells.AsSpan(0, _cellCount), Terms);

    public ReadOnlySpan<SumTerm> Terms => _terms.AsSpan(0, _termCount);

    public void Clear() => _cellCount = _termCount = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(int cell) => _cells[_cellCount++] = cell;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sum(int cell, double value) => _terms[_termCount++] = new SumTerm(cell, value);
}
