namespace ModelExporter.Benchmarks.Logs;

/// <summary>A numeric feature of the generated log.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Decimals">Digits behind the point in the compact form.</param>
/// <param name="Draw">A value of it.</param>
sealed record NumericFeature(string Name, int Decimals, Func<LogRandom, double> Draw)
{
    public static IReadOnlyList<NumericFeature> All { get; } =
    [
        new("amount", 2, r => Math.Exp(3.5 + 1.1 * r.Normal())),
        new("age", 0, r => 18 + r.Below(70)),
        new("tenure", 0, r => r.Below(4000)),
        new("balance", 2, r => 900 + 1500 * r.Normal()),
        new("tx_24h", 0, r => r.Below(1 + r.Below(40))),
        new("avg_7d", 2, r => Math.Exp(4 + 0.7 * r.Normal())),
        new("dist", 3, r => Math.Abs(30 * r.Normal())),
        new("speed", 4, r => Math.Abs(2.5 * r.Normal())),
        new("hour", 0, r => r.Below(24)),
        new("ip_risk", 4, r => r.Share()),
        new("dev_age", 0, r => r.Below(1500)),
        new("util", 4, r => r.Share()),
        new("risk", 4, r => r.Share() * r.Share()),
        new("session", 1, r => Math.Exp(3 + r.Normal())),
        new("clicks", 0, r => r.Below(200)),
        new("lat", 4, r => 47 + 5 * r.Normal()),
        new("lon", 4, r => 9 + 6 * r.Normal()),
        new("temp", 1, r => 12 + 9 * r.Normal()),
        new("ratio", 5, r => 0.5 + 0.1 * r.Normal()),
        new("z", 4, r => r.Normal()),
    ];
}
