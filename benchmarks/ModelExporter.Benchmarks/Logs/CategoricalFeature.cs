namespace ModelExporter.Benchmarks.Logs;

/// <summary>A categorical feature of the generated log, its frequent values first.</summary>
sealed record CategoricalFeature(string Name, IReadOnlyList<string> Values)
{
    public static IReadOnlyList<CategoricalFeature> All { get; } =
    [
        new("country", ["DE", "FR", "US", "GB", "IT", "ES", "NL", "PL", "SE", "AT", "BE", "CH", "CZ", "DK", "FI", "IE", "PT", "NO", "HU", "RO"]),
        new("device", ["mobile", "desktop", "tablet", "pos"]),
        new("channel", ["web", "app", "branch", "partner"]),
        new("plan", ["free", "plus", "business"]),
    ];

    public string Draw(LogRandom random) => Values[Math.Min(random.Below(Values.Count), random.Below(Values.Count))];
}
