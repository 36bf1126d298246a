namespace ModelExporter.Statistics.Performance.Scores;

/// <summary>The area under the ROC curve: the probability that a positive scores higher than a negative.</summary>
/// <remarks>
/// Σ over bins of positives · (negatives below + negatives in the bin / 2), over all pairs: the Mann-Whitney statistic, ties count half.
/// Source: J. Hanley, B. McNeil, The Meaning and Use of the Area under a ROC Curve (1982). NaN unless both classes occur.
/// </remarks>
public static class RocAuc
{
    /// <summary>The area from the counts of both classes by ascending score.</summary>
    public static double Of(ReadOnlySpan<long> positives, ReadOnlySpan<long> negatives)
    {
        double pairs = 0;
        long positivesBelow = 0, negativesBelow = 0;
        for (int bin = 0; bin < positives.Length; bin++)
        {
            pairs += positives[bin] * (negativesBelow + negatives[bin] / 2.0);
            positivesBelow += positives[bin];
            negativesBelow += negatives[bin];
        }
        return Ratio.Of(pairs, (double)positivesBelow * negativesBelow);
    }
}
