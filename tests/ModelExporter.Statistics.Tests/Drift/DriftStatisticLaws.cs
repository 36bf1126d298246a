using ModelExporter.Statistics.Drift;

namespace ModelExporter.Statistics.Tests.Drift;

/// <summary>What holds for every row of the table of drift statistics.</summary>
public class DriftStatisticLaws
{
    static readonly double[] Edges = [0, 1, 2, 5, 9];

    public static TheoryData<string> Keys => [.. DriftStatistics.All.Select(statistic => statistic.Key)];

    public static TheoryData<string> BoundedByOne => ["ks", "js", "hellinger", "tv", "linf"];

    [Fact]
    public void Table_OfAll_HasTheKeysInTheirOrder()
    {
        Assert.Equal(["psi", "ks", "js", "wasserstein", "hellinger", "tv", "linf", "kl"], DriftStatistics.All.Select(s => s.Key));
        Assert.All(DriftStatistics.All, statistic => Assert.Same(statistic, DriftStatistics.Named(statistic.Key)));
        Assert.All(DriftStatistics.All, statistic => Assert.True(statistic.DefaultThreshold > 0));
    }

    [Fact]
    public void Table_UnknownKey_IsRefusedWithTheKnownOnes()
    {
        Assert.False(DriftStatistics.TryGet("psy", out _));
        Assert.Contains("psi, ks", Assert.Throws<ArgumentException>(() => DriftStatistics.Named("psy")).Message);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Statistic_OfEqualCounts_IsZero(string key)
    {
        long[] counts = [3, 10, 0, 25, 40, 2];

        Assert.Equal(0, Of(key, counts, counts), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Statistic_OfAnyCounts_IsNotNegativeAndFinite(string key)
    {
        var random = new Random(1);
        for (int run = 0; run < 1000; run++)
            Assert.InRange(Of(key, RandomCounts(random), RandomCounts(random)), 0, double.MaxValue);
    }

    [Theory]
    [MemberData(nameof(BoundedByOne))]
    public void Statistic_OfWhatHasNothingInCommon_IsOne(string key) =>
        Assert.Equal(1, Of(key, [0, 30, 0, 0, 0, 0], [0, 0, 0, 0, 20, 0]), 1e-12);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Statistic_OfSidesChanged_IsTheSameButForKullbackLeibler(string key)
    {
        long[] a = [3, 10, 0, 25, 40, 2], b = [1, 0, 30, 20, 20, 9];

        double forth = Of(key, a, b), back = Of(key, b, a);

        if (key == "kl")
            Assert.NotEqual(forth, back, 1e-3);
        else
            Assert.Equal(forth, back, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Statistic_OfMoreDrift_IsGreater(string key)
    {
        long[] baseline = [5, 100, 100, 100, 100, 5], little = [5, 90, 100, 100, 110, 5], much = [5, 50, 80, 120, 150, 5];

        Assert.True(Of(key, baseline, little) < Of(key, baseline, much));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Statistic_WithAnEmptySide_IsUndefined(string key)
    {
        long[] counts = [3, 10, 0, 25, 40, 2], nothing = new long[6];

        Assert.Equal(double.NaN, Of(key, counts, nothing));
        Assert.Equal(double.NaN, Of(key, nothing, counts));
        Assert.Equal(double.NaN, DriftStatistics.Named(key).NoiseFloor(0, 100, 6));
        Assert.Equal(double.NaN, DriftStatistics.Named(key).NoiseFloor(100, 0, 6));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Statistic_OfCategories_NeedsNoOrderOrHasNone(string key)
    {
        var sample = new DriftSample { BaselineGroups = [10, 20], CurrentGroups = [20, 10] };

        Assert.Equal(key is "ks" or "wasserstein", double.IsNaN(DriftStatistics.Named(key).Of(sample)));
    }

    [Fact]
    public void PValues_WithAnEmptySide_AreUndefined()
    {
        long[] counts = [30, 40], nothing = [0, 0];
        Assert.Equal(double.NaN, ChiSquaredTest.PValue(new DriftSample { BaselineGroups = counts, CurrentGroups = nothing }));
        Assert.Equal(double.NaN, ChiSquaredTest.Statistic(new DriftSample { BaselineGroups = nothing, CurrentGroups = counts }));
        Assert.Equal(double.NaN, KolmogorovSmirnov.PValue(new DriftSample { BaselineGroups = counts, CurrentGroups = nothing }));
    }

    [Fact]
    public void ChiSquaredTest_OneValueOfANewCategory_DoesNotRejectByItself()
    {
        var sample = new DriftSample { BaselineGroups = [4000, 1000, 0], CurrentGroups = [400, 99, 1] };

        Assert.InRange(ChiSquaredTest.PValue(sample), 0.5, 1);
    }

    [Fact]
    public void WassersteinDistance_OfAConstantBaseline_IsUndefined()
    {
        var sample = new BinnedSample([4, 4, 4, 4], [4, 5, 6]);

        Assert.Equal(double.NaN, WassersteinDistance.Of(sample.Sample));
        Assert.Equal(2.0 / 3, KolmogorovSmirnov.Of(sample.Sample), 1e-12);
    }

    static double Of(string key, long[] baseline, long[] current) => DriftStatistics.Named(key).Of(new DriftSample
    {
        BaselineGroups = baseline,
        CurrentGroups = current,
        Baseline = new BinnedDistribution(Edges, baseline, EndSums(baseline)),
        Current = new BinnedDistribution(Edges, current, EndSums(current)),
        BaselineStandardDeviation = 2,
    });

    static double[] EndSums(long[] counts) =>
        [-1.0 * counts[0], 0.4 * counts[1], 1.5 * counts[2], 3.5 * counts[3], 7.5 * counts[4], 0, 0, 0, 0, 12.0 * counts[5]];

    static long[] RandomCounts(Random random)
    {
        long[] counts = new long[Edges.Length + 1];
        for (int i = 0; i < counts.Length; i++)
            counts[i] = random.Next(3) == 0 ? 0 : random.Next(1000);
        counts[random.Next(counts.Length)]++;
        return counts;
    }
}
