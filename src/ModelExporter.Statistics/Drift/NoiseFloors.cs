using MathNet.Numerics.Distributions;

namespace ModelExporter.Statistics.Drift;

/// <summary>What each drift statistic exceeds once in 1000 comparisons by chance alone, from the sizes of the two samples.</summary>
/// <remarks>
/// Without drift and with B groups, PSI, 8·JSD (in nats), 8·H² and 2·KL, each times nm / (n + m), all tend to χ² with B - 1 degrees of
/// freedom (second-order expansion; for PSI B. Yurdakul, 2018). All of it holds for independent rows only: rows that
/// depend on each other exceed these values far more often. Groups with few expected values weaken it: with categories down to
/// a share of 0.001 and windows of 300 to 1000, the Hellinger distance exceeds its floor 6 times in 1000. NaN when a side is empty.
/// </remarks>
static class NoiseFloors
{
    const double Confidence = 0.999;

    // √(-½ ln(0.001 / 2)), the 0.999 quantile of the Kolmogorov distribution.
    const double KolmogorovQuantile = 1.949;

    // The 0.999 quantile of W √(nm / (n + m)) for a normal baseline, by simulation: 3.37 (n = 5000, m = 300) to 3.43 (m = 1000). The
    // program is tests/ModelExporter.Statistics.Tests/Golden/simulate_wasserstein_noise.py.
    const double WassersteinQuantile = 3.4;

    const int CachedGroups = 10;
    static readonly double[] Quantiles = [.. Enumerable.Range(1, CachedGroups).Select(ChiSquaredQuantile)];

    public static double PopulationStabilityIndex(long baselineCount, long currentCount, int groups) =>
        Quantile(groups) * Spread(baselineCount, currentCount);

    public static double KolmogorovSmirnov(long baselineCount, long currentCount, int groups) =>
        KolmogorovQuantile * Math.Sqrt(Spread(baselineCount, currentCount));

    public static double JensenShannonDistance(long baselineCount, long currentCount, int groups) =>
        Math.Sqrt(Quantile(groups) / 8 * Spread(baselineCount, currentCount) / Math.Log(2));

    public static double WassersteinDistance(long baselineCount, long currentCount, int groups) =>
        WassersteinQuantile * Math.Sqrt(Spread(baselineCount, currentCount));

    public static double HellingerDistance(long baselineCount, long currentCount, int groups) =>
        Math.Sqrt(Quantile(groups) / 8 * Spread(baselineCount, currentCount));

    /// <remarks>An upper bound by Cauchy and Schwarz: (Σ |p - q|)² ≤ Σ (p - q)² / π, the chi-squared statistic over nm / (n + m).</remarks>
    public static double TotalVariationDistance(long baselineCount, long currentCount, int groups) =>
        Math.Sqrt(Quantile(groups) * Spread(baselineCount, currentCount)) / 2;

    /// <remarks>The largest change is at most half of all changes, because they add up to zero: the same bound.</remarks>
    public static double LInfinityDistance(long baselineCount, long currentCount, int groups) =>
        TotalVariationDistance(baselineCount, currentCount, groups);

    public static double KullbackLeiblerDivergence(long baselineCount, long currentCount, int groups) =>
        Quantile(groups) / 2 * Spread(baselineCount, currentCount);

    static double Spread(long baselineCount, long currentCount) =>
        baselineCount == 0 || currentCount == 0 ? double.NaN : 1.0 / baselineCount + 1.0 / currentCount;

    static double Quantile(int groups) => groups <= CachedGroups ? Quantiles[groups - 1] : ChiSquaredQuantile(groups);

    static double ChiSquaredQuantile(int groups) => groups == 1 ? 0 : ChiSquared.InvCDF(groups - 1, Confidence);
}
