using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of a model's drift.</summary>
static class DriftKeys
{
    static readonly IReadOnlyList<Key<DriftConfig>> All =
    [
        Key<DriftConfig>.Of("statistic", Choices.Statistic, "psi",
            "The statistic that decides; all of them are exported. PSI decides for categorical features where it is ks or wasserstein, which are for numbers.",
            (d, statistic) => d with { Statistic = statistic }),
        Key<DriftConfig>.Of("threshold", Scalars.Number(above: 0), null,
            "The effect size that counts as drift; without it the statistic's own default.",
            (d, threshold) => d with { Threshold = threshold }).Example("0.2"),
        Key<DriftConfig>.Of("min_samples", Scalars.Whole(1, int.MaxValue), "50",
            "Windows with fewer values of a feature say nothing about its drift.",
            (d, samples) => d with { MinSamples = samples }),
    ];

    public static readonly RecordType<DriftConfig> Type = new(new DriftConfig(), All);
}
