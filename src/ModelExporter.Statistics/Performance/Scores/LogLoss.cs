namespace ModelExporter.Statistics.Performance.Scores;

/// <summary>The logarithmic loss: the mean surprise at the actual class, in nats.</summary>
/// <remarks>
/// Mean of -ln p with p the probability given to the actual class, clipped to [1e-15, 1 - 1e-15] so that one certain mistake is
/// costly and not infinite. NaN at n = 0.
/// </remarks>
public static class LogLoss
{
    const double Clip = 1e-15;

    /// <summary>The loss of one prediction.</summary>
    public static double Term(double probabilityOfActual) => -Math.Log(Math.Clamp(probabilityOfActual, Clip, 1 - Clip));

    /// <summary>The mean loss.</summary>
    public static double Of(double sumTerms, long n) => Ratio.Of(sumTerms, n);
}
