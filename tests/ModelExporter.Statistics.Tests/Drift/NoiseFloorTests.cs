using ModelExporter.Statistics.Drift;

namespace ModelExporter.Statistics.Tests.Drift;

/// <summary>Counts how often chance alone exceeds the noise floors; the promise is about once in 1000.</summary>
/// <remarks>Rare categories weaken the expansion behind them: there the Hellinger distance exceeds its floor six times as often.</remarks>
public class NoiseFloorTests(NoiseFloorSimulation simulation) : IClassFixture<NoiseFloorSimulation>
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var statistic in DriftStatistics.All)
            {
                rows.Add(statistic.Key, "normal");
                rows.Add(statistic.Key, "uniform");
                rows.Add(statistic.Key, "lognormal");
                if (statistic.Key is not ("ks" or "wasserstein"))
                    rows.Add(statistic.Key, "rare categories");
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void NoiseFloor_WithoutDrift_IsSeldomExceeded(string key, string shape) =>
        Assert.InRange(simulation.Share(key, shape, 1), 0, shape == "rare categories" ? 0.01 : 0.005);

    [Theory]
    [InlineData("psi")]
    [InlineData("ks")]
    [InlineData("js")]
    [InlineData("wasserstein")]
    [InlineData("hellinger")]
    [InlineData("kl")]
    [InlineData("tv")]
    public void NoiseFloor_WithoutDrift_IsNoHigherThanNeeded(string key) =>
        Assert.InRange(simulation.Share(key, "normal", 0.5), 0.01, 1);
}
