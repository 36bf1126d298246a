using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Statistics.Tests.Histograms;

public class BinGroupsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(64)]
    public void Groups_OfAnyCounts_AreContiguousAndAtMostTen(int bins)
    {
        var random = new Random(bins);
        for (int run = 0; run < 100; run++)
        {
            long[] counts = [.. Enumerable.Range(0, bins).Select(_ => random.Next(2) * (long)random.Next(1000))];

            int[] groups = BinGroups.Merge(counts);

            Assert.Equal(bins, groups.Length);
            Assert.Equal(0, groups[0]);
            Assert.InRange(groups[^1], 0, 9);
            for (int bin = 1; bin < bins; bin++)
                Assert.InRange(groups[bin] - groups[bin - 1], 0, 1);
        }
    }

    [Fact]
    public void Groups_OfQuantileBins_HoldATenthEach()
    {
        long[] counts = [0, .. Enumerable.Repeat(100L, 60), 0];

        int[] groups = BinGroups.Merge(counts);

        Assert.Equal(Enumerable.Repeat(600L, 10), Sums(counts, groups));
        Assert.Equal(groups[1], groups[0]);
        Assert.Equal(groups[^2], groups[^1]);
    }

    [Fact]
    public void Groups_AroundAHeavyBin_ShareTheRest()
    {
        long[] counts = [0, .. Enumerable.Repeat(10L, 20), 800, .. Enumerable.Repeat(10L, 34), 0];

        long[] sums = Sums(counts, BinGroups.Merge(counts));

        Assert.Equal(10, sums.Length);
        Assert.Equal(800, sums.Max());
        Assert.All(sums.Where(sum => sum != 800), sum => Assert.InRange(sum, 50, 70));
    }

    [Fact]
    public void Groups_OfFewValues_KeepTheOutsideBinsApart()
    {
        Assert.Equal([0, 1, 1, 2, 2, 3], BinGroups.Merge([0, 30, 0, 20, 0, 0]));
        Assert.Equal([0, 1, 1, 2], BinGroups.Merge([0, 0, 20, 0]));
        Assert.Equal([0, 1, 2], BinGroups.Merge([0, 0, 0]));
        Assert.Equal([0, .. Enumerable.Range(1, 8), 9], BinGroups.Merge([0, .. Enumerable.Repeat(5L, 8), 0]));
    }

    [Fact]
    public void Groups_OfNineValues_TakeTheOutsideBinsIn() =>
        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8], BinGroups.Merge([0, .. Enumerable.Repeat(5L, 9), 0]));

    [Fact]
    public void Groups_OfAnotherNumber_AreThatMany() =>
        Assert.Equal([20, 20], Sums([5, 5, 10, 10, 5, 5], BinGroups.Merge([5, 5, 10, 10, 5, 5], 2)));

    static long[] Sums(long[] counts, int[] groupOfBin)
    {
        long[] sums = new long[groupOfBin[^1] + 1];
        sums.AsSpan().Fill(-1);
        BinGroups.Sum(counts, groupOfBin, sums);
        return sums;
    }
}
