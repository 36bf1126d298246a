using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Tests.Golden;

namespace ModelExporter.Statistics.Tests.Drift;

public class DriftGoldenTests
{
    static readonly string[] GroupStatistics = ["psi", "js", "hellinger", "tv", "linf", "kl"];

    public static TheoryData<string> Groups => GoldenFile.Names("drift-groups");
    public static TheoryData<string> Floors => GoldenFile.Names("noise-floors");
    public static TheoryData<string> PValues => GoldenFile.Names("ks-p-values");
    public static TheoryData<string> Samples => GoldenFile.Names("binned-samples");

    [Theory]
    [MemberData(nameof(Groups))]
    public void GroupStatistic_OfCounts_IsThatOfSciPy(string name)
    {
        var golden = GoldenFile.Case("drift-groups", name);
        var sample = new DriftSample { BaselineGroups = golden.Counts("baseline"), CurrentGroups = golden.Counts("current") };

        foreach (string key in GroupStatistics)
            Close(golden.Number(key), DriftStatistics.Named(key).Of(sample), 1e-7, key);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void ChiSquaredTest_OfCounts_IsThatOfSciPyOverPooledGroups(string name)
    {
        var golden = GoldenFile.Case("drift-groups", name);
        var sample = new DriftSample { BaselineGroups = golden.Counts("baseline"), CurrentGroups = golden.Counts("current") };

        Close(golden.Number("chi2"), ChiSquaredTest.Statistic(sample), 1e-9, "statistic");
        Close(golden.Number("chi2PValue"), ChiSquaredTest.PValue(sample), 1e-9, "p-value");
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void NoiseFloor_OfSampleSizes_FollowsTheQuantilesOfSciPy(string name)
    {
        var golden = GoldenFile.Case("noise-floors", name);

        foreach (var statistic in DriftStatistics.All.Where(statistic => statistic.Key != "wasserstein"))
        {
            double floor = statistic.NoiseFloor(golden.Count("n"), golden.Count("m"), (int)golden.Count("groups"));
            double expected = golden.Number(statistic.Key);
            Close(expected, floor, 1e-3 * expected, statistic.Key);
        }
    }

    [Theory]
    [MemberData(nameof(PValues))]
    public void KolmogorovSmirnov_PValue_IsThatOfSciPy(string name)
    {
        var golden = GoldenFile.Case("ks-p-values", name);
        long n = golden.Count("n"), m = golden.Count("m"), below = golden.Count("below"), currentBelow = golden.Count("currentBelow");
        long[] baseline = [below, n - below], current = [currentBelow, m - currentBelow];
        double[] edges = [0];
        var sample = new DriftSample
        {
            BaselineGroups = baseline,
            CurrentGroups = current,
            Baseline = new BinnedDistribution(edges, baseline, new double[4]),
            Current = new BinnedDistribution(edges, current, new double[4]),
        };

        Assert.Equal(golden.Number("statistic"), KolmogorovSmirnov.Of(sample), 1e-12);
        double pValue = KolmogorovSmirnov.PValue(sample);
        Assert.Equal(golden.Number("stephens"), pValue, 1e-9 * golden.Number("stephens"));
        Assert.Equal(golden.Number("finite"), pValue, 0.01);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void KolmogorovSmirnov_OfBins_IsThatOfTheValues(string name)
    {
        var golden = GoldenFile.Case("binned-samples", name);

        double statistic = KolmogorovSmirnov.Of(Bin(golden).Sample);

        Assert.Equal(golden.Number("ks"), statistic, 0.005);
        Assert.True(statistic <= golden.Number("ks") + 1e-12, "Bins can hide a distance and not make one.");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void WassersteinDistance_OfBins_IsThatOfTheValues(string name)
    {
        var golden = GoldenFile.Case("binned-samples", name);
        double expected = golden.Number("wasserstein");

        var binned = Bin(golden);

        Assert.Equal(golden.Number("standardDeviation"), binned.StandardDeviation, 1e-6);
        Assert.Equal(expected, WassersteinDistance.Of(binned.Sample), Math.Max(0.01, 0.03 * expected));
    }

    static BinnedSample Bin(System.Text.Json.JsonElement golden) => new(
        SampleRecipe.Sample(golden.GetProperty("baseline")),
        SampleRecipe.Sample(golden.GetProperty("current")));

    static void Close(double expected, double actual, double tolerance, string what) =>
        Assert.True(
            Math.Abs(expected - actual) <= tolerance || double.IsNaN(expected) && double.IsNaN(actual),
            $"{what}: expected {expected}, got {actual}");
}
