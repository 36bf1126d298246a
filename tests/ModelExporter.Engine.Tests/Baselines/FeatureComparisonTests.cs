using ModelExporter.Engine.Baselines;
using ModelExporter.Statistics.Drift;

namespace ModelExporter.Engine.Tests.Baselines;

public class FeatureComparisonTests
{
    [Fact]
    public void Of_SameFeature_IsNearZero()
    {
        var age = Numeric(0, 1);
        Assert.All(DriftStatistics.All, s => Assert.InRange(new FeatureComparison(age, age).Of(s), -1e-12, 1e-12));
    }

    [Fact]
    public void Of_NumbersMovedByATenthOfTheirRange_HasTheDistanceOfTheirDistributions()
    {
        // Both are even over 1000, the second 100 further on: KS is 0.1, and the Wasserstein distance 100 over 1000 / √12.
        var comparison = new FeatureComparison(Numeric(0, 1), Numeric(100, 1));
        Assert.Equal(0.1, comparison.Of(DriftStatistics.Named("ks")), 0.002);
        Assert.Equal(0.1 * Math.Sqrt(12), comparison.Of(DriftStatistics.Named("wasserstein")), 0.01);
        Assert.InRange(comparison.Score(DriftStatistics.Named("ks")), 0.9, 1.1);
    }

    [Fact]
    public void Of_Categories_ComparesTheirShares()
    {
        var comparison = new FeatureComparison(
            FeatureBaseline.Categorical("plan", 0, ["basic", "pro"], [500, 500], 60),
            FeatureBaseline.Categorical("plan", 0, ["pro", "free", "basic"], [600, 300, 100], 60));
        Assert.Equal(0.4, comparison.Of(DriftStatistics.Named("linf")), 1e-12);
        Assert.Equal(0.4, comparison.Of(DriftStatistics.Named("tv")), 1e-12);
        Assert.True(double.IsNaN(comparison.Of(DriftStatistics.Named("ks"))));
    }

    [Fact]
    public void New_TwoTypes_Throws() => Assert.Throws<ArgumentException>(() => new FeatureComparison(Numeric(0, 1), FeatureBaseline.Categorical("age", 0, ["a"], [1], 60)));

    static FeatureBaseline Numeric(double from, double step) => BuiltBaseline.Of(
        BuiltBaseline.Binary, Enumerable.Range(0, 1_000).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$$"""{"features":{"age":{{{from + i * step}}}}}"""))).Feature("age")!;
}
