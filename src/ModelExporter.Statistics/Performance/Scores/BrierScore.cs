namespace ModelExporter.Statistics.Performance.Scores;

/// <summary>The Brier score of a binary classifier: the mean squared error of its probabilities.</summary>
/// <remarks>
/// Mean of (p - y)² with y = 1 for a positive and 0 otherwise, from 0 to 1. NaN at n = 0.
/// Source: G. Brier, Verification of Forecasts Expressed in Terms of Probability (1950), halved for two classes.
/// </remarks>
public static class BrierScore
{
    /// <summary>The squared error of one prediction.</summary>
    public static double Term(double probability, bool positive)
    {
        double error = probability - (positive ? 1 : 0);
        return error * error;
    }

    /// <summary>The mean squared error.</summary>
    public static double Of(double sumTerms, long n) => Ratio.Of(sumTerms, n);
}
