using ModelExporter.Statistics.Drift;

namespace ModelExporter.Statistics.Tests.Drift;

/// <summary>
/// Distances that can be worked out by hand; bins -∞, 0, 10, 20, 30, ∞. Three bins of no width to speak of stand before and behind
/// [10, 20), so that it is no end bin and its sum is not known.
/// </summary>
public class WassersteinDistanceTests
{
    static readonly double[] Edges = [0, 10, 10 + 2e-15, 10 + 4e-15, 10 + 6e-15, 20 - 12e-15, 20 - 8e-15, 20 - 4e-15, 20, 30];
    static readonly long[] Middle = [0, 0, 4, 0, 0];

    [Theory]
    [InlineData(0, -3.0, 18.0)]
    [InlineData(0, -1000.0, 1015.0)]
    [InlineData(1, 5.0, 10.0)]
    [InlineData(1, 9.0, 6.0)]
    [InlineData(1, 0.0, 15.0)]
    [InlineData(3, 25.0, 10.0)]
    [InlineData(3, 29.5, 14.5)]
    [InlineData(4, 30.0, 15.0)]
    [InlineData(4, 500.0, 485.0)]
    public void Distance_ToABinAtTheEnds_IsThatOfTheMeans(int bin, double mean, double expected)
    {
        long[] counts = new long[5];
        counts[bin] = 2;

        Assert.Equal(expected, Of(Middle, new double[4], counts, EndSums(bin, 2 * mean)), 1e-9);
        Assert.Equal(expected, Of(counts, EndSums(bin, 2 * mean), Middle, new double[4]), 1e-9);
    }

    [Fact]
    public void Distance_ToASumRoundedOutOfItsBin_IsThatOfTheEdge() =>
        Assert.Equal(5, Of(Middle, new double[4], [0, 2, 0, 0, 0], EndSums(1, 20.000001)), 1e-9);

    [Fact]
    public void Distance_OfQuantileFunctionsThatCross_CountsBothSides()
    {
        // Up to the crossing at u = 1/2 the differences go 0, 5, 10/3, 0 at u = 0, 0.2, 0.4, 0.5; the other half mirrors them.
        double expected = 2 * (0.2 * 5 / 2 + 0.2 * (5 + 10 / 3.0) / 2 + 0.1 * (10 / 3.0) / 2);

        Assert.Equal(expected, Of([0, 1, 3, 1, 0], [0, 5, 25, 0], [0, 2, 1, 2, 0], [0, 10, 50, 0]), 1e-9);
    }

    static double Of(long[] baseline, double[] baselineSums, long[] current, double[] currentSums) => WassersteinDistance.Of(new DriftSample
    {
        BaselineGroups = baseline,
        CurrentGroups = current,
        Baseline = new BinnedDistribution(Edges, Counts(baseline), Sums(baselineSums)),
        Current = new BinnedDistribution(Edges, Counts(current), Sums(currentSums)),
        BaselineStandardDeviation = 1,
    });

    static long[] Counts(long[] five) => [five[0], five[1], 0, 0, 0, five[2], 0, 0, 0, five[3], five[4]];

    static double[] Sums(double[] four) => [four[0], four[1], 0, 0, 0, 0, 0, 0, four[2], four[3]];

    static double[] EndSums(int bin, double sum)
    {
        double[] sums = new double[4];
        sums[bin < 2 ? bin : bin - 1] = sum;
        return sums;
    }
}
