using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Statistics.Tests.Histograms;

public class MagnitudeGridTests
{
    [Fact]
    public void Find_OfALowerEdge_IsItsBinAndJustBelowTheOneBefore()
    {
        for (int bin = 1; bin < MagnitudeGrid.Bins; bin++)
        {
            double edge = MagnitudeGrid.LowerEdge(bin);
            Assert.Equal(bin, MagnitudeGrid.Find(edge));
            Assert.Equal(bin, MagnitudeGrid.Find(-edge));
            Assert.Equal(bin - 1, MagnitudeGrid.Find(Math.BitDecrement(edge)));
        }
    }

    [Fact]
    public void Find_OutsideTheGrid_IsTheNearestBin()
    {
        Assert.Equal(0, MagnitudeGrid.Find(0));
        Assert.Equal(0, MagnitudeGrid.Find(-0.0));
        Assert.Equal(0, MagnitudeGrid.Find(double.Epsilon));
        Assert.Equal(0, MagnitudeGrid.Find(Math.BitDecrement(Math.ScaleB(1, -32))));
        Assert.Equal(1, MagnitudeGrid.Find(Math.ScaleB(1, -32)));
        Assert.Equal(MagnitudeGrid.Bins - 2, MagnitudeGrid.Find(Math.BitDecrement(Math.ScaleB(1, 32))));
        Assert.Equal(MagnitudeGrid.Bins - 1, MagnitudeGrid.Find(Math.ScaleB(1, 32)));
        Assert.Equal(MagnitudeGrid.Bins - 1, MagnitudeGrid.Find(double.NegativeInfinity));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(1.0)]
    public void Quantile_OfValues_IsRightToTwoPercent(double q)
    {
        var random = new Random(3);
        double[][] samples =
        [
            [5],
            [1.0, 1000.0, 1_000_000.0],
            [.. Enumerable.Range(0, 1001).Select(_ => 10 * random.NextDouble()).Order()],
            [.. Enumerable.Range(0, 10_001).Select(_ => Math.Exp(12 * random.NextDouble() - 8)).Order()],
        ];
        foreach (double[] sorted in samples)
        {
            double rank = q * (sorted.Length - 1);
            double low = sorted[(int)rank], high = sorted[(int)Math.Ceiling(rank)];
            double expected = low + (rank - Math.Floor(rank)) * (high - low);

            Assert.Equal(expected, MagnitudeGrid.Quantile(Count(sorted), q), 0.02 * expected);
        }
    }

    [Fact]
    public void Quantile_OfOneBin_IsSpreadOverIt()
    {
        long[] counts = new long[MagnitudeGrid.Bins];
        counts[MagnitudeGrid.Find(1)] = 101;

        Assert.Equal(1 + 0.5 / 32, MagnitudeGrid.Quantile(counts, 0.5), 1e-12);
        Assert.Equal(1 + 0.5 / 101 / 32, MagnitudeGrid.Quantile(counts, 0), 1e-12);
    }

    [Fact]
    public void Quantile_AtTheEndsOfTheGrid_IsTheNearestEdge()
    {
        Assert.Equal(0, MagnitudeGrid.Quantile(Count([0, 0, 1e-20]), 0.5));
        Assert.Equal(Math.ScaleB(1, 32), MagnitudeGrid.Quantile(Count([1e20, 1e30]), 0.5));
    }

    [Fact]
    public void Quantile_OfNothing_IsUndefined() =>
        Assert.Equal(double.NaN, MagnitudeGrid.Quantile(new long[MagnitudeGrid.Bins], 0.5));

    static long[] Count(double[] values)
    {
        long[] counts = new long[MagnitudeGrid.Bins];
        foreach (double value in values)
            counts[MagnitudeGrid.Find(value)]++;
        return counts;
    }
}
