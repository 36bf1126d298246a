using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Statistics.Tests.Histograms;

public class BinEdgesTests
{
    public static TheoryData<int> EdgeCounts => [.. Enumerable.Range(1, BinEdges.MaxCount)];

    [Theory]
    [MemberData(nameof(EdgeCounts))]
    public void Find_OnEveryPath_IsTheNumberOfEdgesReached(int count)
    {
        var random = new Random(count);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * 20 - 10).Order()];
        var edges = new BinEdges(values);

        foreach (double value in Probes(values, random))
        {
            int expected = values.Count(edge => edge <= value);
            Assert.Equal(expected, edges.Find(value));
            Assert.Equal(expected, edges.Find512(value));
            Assert.Equal(expected, edges.Find256(value));
            Assert.Equal(expected, edges.Find128(value));
            Assert.Equal(expected, edges.FindScalar(value));
        }
    }

    [Fact]
    public void Find_BetweenNeighbouringNumbers_TellsThemApart()
    {
        double[] values = [-double.MaxValue, 0, double.Epsilon, 2 * double.Epsilon, 1, Math.BitIncrement(1), double.MaxValue];
        var edges = new BinEdges(values);

        for (int i = 0; i < values.Length; i++)
            Assert.Equal(i + 1, edges.Find(values[i]));
        Assert.Equal(2, edges.Find(-0.0));
        Assert.Equal(0, edges.Find(double.NegativeInfinity));
        Assert.Equal(values.Length, edges.Find(double.PositiveInfinity));
    }

    [Fact]
    public void BinCount_OfEdges_IsOneMore()
    {
        var edges = new BinEdges([1, 2, 3]);

        Assert.Equal(4, edges.BinCount);
        Assert.Equal([1, 2, 3], edges.Values.ToArray());
    }

    [Theory]
    [InlineData]
    [InlineData(1.0, 1.0)]
    [InlineData(2.0, 1.0)]
    [InlineData(-0.0, 0.0)]
    [InlineData(double.NaN)]
    [InlineData(1.0, double.NaN)]
    [InlineData(1.0, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 1.0)]
    public void Edges_NotAscendingOrNotFinite_AreRefused(params double[] edges) =>
        Assert.Throws<ArgumentException>(() => new BinEdges(edges));

    [Fact]
    public void Edges_MoreThan63_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new BinEdges([.. Enumerable.Range(0, 64).Select(i => (double)i)]));

    static IEnumerable<double> Probes(double[] edges, Random random)
    {
        foreach (double edge in edges)
        {
            yield return edge;
            yield return Math.BitIncrement(edge);
            yield return Math.BitDecrement(edge);
        }
        for (int i = 0; i < 200; i++)
            yield return random.NextDouble() * 24 - 12;
        foreach (double end in new[] { 0, -0.0, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity })
            yield return end;
    }
}
