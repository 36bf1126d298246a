namespace ModelExporter.Statistics.Performance.Intervals;

/// <summary>Wilson's score interval of a proportion: within [0, 1], and right for few values and extreme proportions.</summary>
/// <remarks>
/// (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n). NaN at n = 0.
/// Source: E. Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927).
/// </remarks>
public static class WilsonInterval
{
    /// <summary>The interval; the default z is that of 95 % confidence, two-sided.</summary>
    public static (double Lower, double Upper) Of(long successes, long n, double z = 1.959963984540054)
    {
        if (n == 0)
            return (double.NaN, double.NaN);
        double share = (double)successes / n;
        double pull = z * z / n;
        double centre = share + pull / 2;
        double reach = z * Math.Sqrt(share * (1 - share) / n + pull / (4 * n));
        return (Math.Max(0, (centre - reach) / (1 + pull)), Math.Min(1, (centre + reach) / (1 + pull)));
    }
}
