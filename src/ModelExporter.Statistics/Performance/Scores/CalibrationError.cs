namespace ModelExporter.Statistics.Performance.Scores;

/// <summary>The expected calibration error: how far the probabilities are from the frequencies they promise.</summary>
/// <remarks>
/// Σ over bins of (labels / all) · |positives / labels - score sum / labels|, from 0 to 1, over <see cref="CalibrationBins"/>. NaN without
/// labels. Source: M. Naeini, G. Cooper, M. Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning (2015).
/// </remarks>
public static class CalibrationError
{
    /// <summary>The error from each bin's labels, positives among them, and sum of scores.</summary>
    public static double Of(ReadOnlySpan<long> labels, ReadOnlySpan<long> positives, ReadOnlySpan<double> scoreSums)
    {
        double sum = 0;
        long all = 0;
        for (int bin = 0; bin < labels.Length; bin++)
        {
            // The bin's own number of labels cancels out.
            sum += Math.Abs(positives[bin] - scoreSums[bin]);
            all += labels[bin];
        }
        return Ratio.Of(sum, all);
    }
}
