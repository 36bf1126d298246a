using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Statistics.Tests.Histograms;

public class ScoreGridTests
{
    public static TheoryData<int> MantissaBits => [0, 4, 5, 10];

    [Theory]
    [MemberData(nameof(MantissaBits))]
    public void Find_OfALowerEdge_IsItsBinAndJustBelowTheOneBefore(int mantissaBits)
    {
        var grid = new ScoreGrid(mantissaBits);
        for (int bin = 0; bin < grid.Bins; bin++)
        {
            float edge = (float)grid.LowerEdge(bin);
            Assert.Equal(grid.LowerEdge(bin), edge);
            Assert.Equal(bin, grid.Find(edge));
            Assert.Equal(Math.Max(0, bin - 1), grid.Find(MathF.BitDecrement(edge)));
        }
    }

    [Theory]
    [MemberData(nameof(MantissaBits))]
    public void Find_OfScoresBetween_FollowsTheLowerEdges(int mantissaBits)
    {
        var grid = new ScoreGrid(mantissaBits);
        var random = new Random(mantissaBits);
        for (int run = 0; run < 20_000; run++)
        {
            float score = MathF.Pow(random.NextSingle(), 1 + random.Next(8));
            score = random.Next(2) == 0 ? score : 1 - score;
            int bin = grid.Find(score);

            Assert.True(grid.LowerEdge(bin) <= score);
            Assert.True(bin == grid.Bins - 1 || score < grid.LowerEdge(bin + 1));
        }
    }

    [Fact]
    public void Find_OfTheEndsAndTheMiddle_IsExact()
    {
        var grid = ScoreGrid.Fine;

        Assert.Equal(706, grid.Bins);
        Assert.Equal(354, ScoreGrid.Coarse.Bins);
        Assert.Equal(0, grid.Find(0));
        Assert.Equal(0, grid.Find(-0.0f));
        Assert.Equal(0, grid.Find(float.Epsilon));
        Assert.Equal(0, grid.Find(-3));
        Assert.Equal(grid.Bins / 2, grid.Find(0.5f));
        Assert.Equal(grid.Bins / 2 - 1, grid.Find(MathF.BitDecrement(0.5f)));
        Assert.Equal(grid.Bins - 1, grid.Find(1));
        Assert.Equal(grid.Bins - 1, grid.Find(MathF.BitDecrement(1)));
        Assert.Equal(grid.Bins - 1, grid.Find(float.PositiveInfinity));
    }

    [Fact]
    public void Bins_OfTheGrid_AreNarrowAtBothEnds()
    {
        var grid = ScoreGrid.Fine;
        for (int bin = 1; bin < grid.Bins - 1; bin++)
        {
            double lower = grid.LowerEdge(bin), upper = grid.LowerEdge(bin + 1);
            Assert.InRange((upper - lower) / Math.Min(lower, 1 - upper), 0, 1 / 32.0);
            Assert.Equal(upper - lower, 1 - grid.LowerEdge(grid.Bins - 1 - bin) - (1 - grid.LowerEdge(grid.Bins - bin)), 1e-15);
        }
    }
}
