namespace ModelExporter.Statistics.Performance.Scores;

/// <summary>The average precision: the precision at each score threshold, weighted by the recall gained there.</summary>
/// <remarks>
/// Σ (Rₖ - Rₖ₋₁) Pₖ from the highest score down, in steps and without interpolation, as scikit-learn's <c>average_precision_score</c>.
/// Scores of one bin count as tied, which makes it a little low: by up to 0.002 over the fine <see cref="Histograms.ScoreGrid"/> and
/// 0.004 over the coarse one (measured; nothing where the scores really are tied). NaN without positives.
/// </remarks>
public static class AveragePrecision
{
    /// <summary>The average precision from the counts of both classes by ascending score.</summary>
    public static double Of(ReadOnlySpan<long> positives, ReadOnlySpan<long> negatives)
    {
        double weighted = 0;
        long truePositives = 0, falsePositives = 0;
        for (int bin = positives.Length - 1; bin >= 0; bin--)
        {
            if (positives[bin] + negatives[bin] == 0)
                continue;
            truePositives += positives[bin];
            falsePositives += negatives[bin];
            weighted += positives[bin] * ((double)truePositives / (truePositives + falsePositives));
        }
        return Ratio.Of(weighted, truePositives);
    }
}
