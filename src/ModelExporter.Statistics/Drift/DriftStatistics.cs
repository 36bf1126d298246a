using System.Diagnostics.CodeAnalysis;

namespace ModelExporter.Statistics.Drift;

/// <summary>The table of all drift statistics, in the order a reader wants them.</summary>
public static class DriftStatistics
{
    public static IReadOnlyList<DriftStatistic> All { get; } =
    [
        new("psi", "Population stability index", 0.1, PopulationStabilityIndex.Of, NoiseFloors.PopulationStabilityIndex),
        new("ks", "Kolmogorov-Smirnov statistic", 0.1, KolmogorovSmirnov.Of, NoiseFloors.KolmogorovSmirnov) { IsNumericOnly = true },
        new("js", "Jensen-Shannon distance", 0.1, JensenShannonDistance.Of, NoiseFloors.JensenShannonDistance),
        new("wasserstein", "Wasserstein distance", 0.1, WassersteinDistance.Of, NoiseFloors.WassersteinDistance) { IsNumericOnly = true },
        new("hellinger", "Hellinger distance", 0.1, HellingerDistance.Of, NoiseFloors.HellingerDistance),
        new("tv", "Total variation distance", 0.1, TotalVariationDistance.Of, NoiseFloors.TotalVariationDistance),
        new("linf", "L-infinity distance", 0.1, LInfinityDistance.Of, NoiseFloors.LInfinityDistance),
        new("kl", "Kullback-Leibler divergence", 0.1, KullbackLeiblerDivergence.Of, NoiseFloors.KullbackLeiblerDivergence),
    ];

    /// <summary>The statistic of that key.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static DriftStatistic Named(string key) =>
        TryGet(key, out var statistic)
            ? statistic
            : throw new ArgumentException($"Unknown statistic \"{key}\"; known: {string.Join(", ", All.Select(s => s.Key))}.", nameof(key));

    public static bool TryGet(string key, [NotNullWhen(true)] out DriftStatistic? statistic)
    {
        statistic = All.FirstOrDefault(s => s.Key == key);
        return statistic is not null;
    }
}
