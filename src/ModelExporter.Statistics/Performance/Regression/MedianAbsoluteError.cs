using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Statistics.Performance.Regression;

/// <summary>The median of the absolute errors, in the unit of the label; a few wild errors do not move it.</summary>
/// <remarks>From the counts of <see cref="MagnitudeGrid"/>, hence right to about 1 %. NaN when there are none.</remarks>
public static class MedianAbsoluteError
{
    public static double Of(ReadOnlySpan<long> magnitudeCounts) => MagnitudeGrid.Quantile(magnitudeCounts, 0.5);
}
