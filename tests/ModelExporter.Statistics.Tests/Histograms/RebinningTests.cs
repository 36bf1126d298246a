using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Statistics.Tests.Histograms;

public class RebinningTests
{
    [Fact]
    public void Of_SameEdges_GivesTheSameCounts()
    {
        double[] sorted = [.. Sample(500, seed: 1).Order()];
        double[] edges = QuantileEdges.Of(sorted);
        long[] counts = Count(sorted, edges);
        Assert.Equal(counts, Rebinning.Of(edges, counts, edges).Counts);
    }

    [Fact]
    public void Of_OneBinOverThree_SharesItsValuesByWidth()
    {
        var (counts, sums) = Rebinning.Of([0, 10], [0, 100, 0], [2, 5]);
        Assert.Equal([20, 30, 50], counts);
        Assert.Equal([20.0 * 1, 30 * 3.5, 50 * 7.5], sums);
    }

    [Fact]
    public void Of_PointMass_StaysInOneBin()
    {
        double[] edges = [1, 3, Math.BitIncrement(3), 8];
        Assert.Equal([0, 7, 0], Rebinning.Of(edges, [0, 0, 7, 0, 0], [2, 5]).Counts);
        Assert.Equal([0, 0, 7], Rebinning.Of(edges, [0, 0, 7, 0, 0], [2, 3]).Counts);
    }

    [Fact]
    public void Of_NoValues_GivesZeros() => Assert.Equal([0, 0], Rebinning.Of([1, 2], [0, 0, 0], [1.5]).Counts);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_OtherSample_IsCloseToCountingItsValues(int seed)
    {
        const int Rows = 20_000;
        double[] before = [.. Sample(Rows, seed).Order()];
        double[] after = [.. Sample(Rows, seed + 100).Select(x => x * 1.2 + 0.3).Order()];
        double[] edges = QuantileEdges.Of(before);
        double[] afterEdges = QuantileEdges.Of(after);
        long[] told = Rebinning.Of(afterEdges, Count(after, afterEdges), edges).Counts;
        long[] counted = Count(after, edges);
        Assert.Equal(Rows, told.Sum());
        long off = 0;
        for (int bin = 0; bin < told.Length; bin++) Assert.InRange(Math.Abs(off += told[bin] - counted[bin]), 0, Rows / 200);
    }

    static long[] Count(double[] values, double[] edges)
    {
        var bins = new BinEdges(edges);
        var counts = new long[bins.BinCount];
        foreach (double value in values) counts[bins.Find(value)]++;
        return counts;
    }

    static List<double> Sample(int rows, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, rows).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).ToList();
    }
}
