using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Statistics.Tests.Histograms;

public class QuantileEdgesTests
{
    static readonly Dictionary<string, double[]> Baselines = new()
    {
        ["one"] = [3],
        ["constant"] = [7, 7, 7, 7],
        ["constant zero"] = [-0.0, 0.0, 0.0],
        ["neighbouring numbers"] = [1, Math.BitIncrement(1), Math.BitIncrement(Math.BitIncrement(1))],
        ["hours"] = Draw(1, 10_000, random => random.Next(24)),
        ["31 values"] = Draw(2, 10_000, random => random.Next(31)),
        ["40 values"] = Draw(3, 10_000, random => random.Next(40)),
        ["62 values"] = Draw(4, 10_000, random => random.Next(62)),
        ["63 values"] = Draw(5, 10_000, random => random.Next(63)),
        ["200 values"] = Draw(6, 10_000, random => random.Next(200)),
        ["all distinct, few"] = Draw(7, 100, random => random.NextDouble()),
        ["uniform"] = Draw(8, 40_000, random => random.NextDouble()),
        ["skewed"] = Draw(9, 40_000, random => Math.Exp(5 * random.NextDouble())),
        ["half zero"] = Draw(10, 40_000, random => Math.Max(0, random.NextDouble() - 0.5)),
        ["heavy at the maximum"] = Draw(11, 40_000, random => Math.Min(0.5, random.NextDouble())),
        ["thirty masses in noise"] = Draw(12, 40_000, random => random.Next(4) == 0 ? 30 * random.NextDouble() : random.Next(30)),
        ["all numbers"] = Draw(13, 10_000, AnyNumber),
        ["greatest number"] = [1, 2, double.MaxValue],
        ["least number"] = [double.MinValue, 1, 2],
        ["only the greatest number"] = [double.MaxValue, double.MaxValue],
    };

    public static TheoryData<string> Names => [.. Baselines.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Edges_OfAnyBaseline_AreOneTo63AndAscending(string name)
    {
        double[] edges = QuantileEdges.Of(Baselines[name]);

        Assert.InRange(edges.Length, 1, BinEdges.MaxCount);
        Assert.Equal(edges.Length + 1, new BinEdges(edges).BinCount);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Edges_OfAnyBaseline_PutEveryValueInAnInnerBin(string name)
    {
        double[] sorted = Baselines[name];
        var edges = new BinEdges(QuantileEdges.Of(sorted));

        Assert.Equal(sorted[0], edges.Values[0]);
        int last = double.IsFinite(Math.BitIncrement(sorted[^1])) ? edges.BinCount - 2 : edges.BinCount - 1;
        Assert.All(sorted, value => Assert.InRange(edges.Find(value), 1, last));
        Assert.Equal(0, edges.Find(Math.BitDecrement(sorted[0])));
        Assert.Equal(edges.BinCount - 1, edges.Find(Math.BitIncrement(sorted[^1])));
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("skewed")]
    public void Edges_OfAContinuousBaseline_MakeBinsOfAtMostOneFiftieth(string name)
    {
        double[] sorted = Baselines[name];

        var counts = Count(sorted);

        Assert.InRange(counts.Max() / (double)sorted.Length, 0, 0.02);
        Assert.InRange(counts.Count(count => count > 0.01 * sorted.Length), 45, 60);
        Assert.Equal(12, counts[1]);
        Assert.Equal(BinEdges.MaxCount + 1, counts.Length);
    }

    [Theory]
    [InlineData("half zero", 0.0)]
    [InlineData("heavy at the maximum", 0.5)]
    [InlineData("hours", 11.0)]
    [InlineData("31 values", 30.0)]
    [InlineData("constant", 7.0)]
    public void Edges_AroundAHeavyValue_HoldNothingElse(string name, double value)
    {
        var edges = new BinEdges(QuantileEdges.Of(Baselines[name]));

        Assert.Equal(edges.Find(value) - 1, edges.Find(Math.BitDecrement(value)));
        Assert.Equal(edges.Find(value) + 1, edges.Find(Math.BitIncrement(value)));
    }

    [Theory]
    [InlineData("40 values")]
    [InlineData("62 values")]
    public void Edges_OfSixtyValues_StillTellThemAllApart(string name)
    {
        var edges = new BinEdges(QuantileEdges.Of(Baselines[name]));

        Assert.Equal(Baselines[name].Distinct().Count(), Baselines[name].Select(value => edges.Find(value)).Distinct().Count());
    }

    [Fact]
    public void Edges_OfManyMassesInNoise_KeepTheNoiseApartToo()
    {
        double[] sorted = Baselines["thirty masses in noise"];
        var edges = new BinEdges(QuantileEdges.Of(sorted));

        Assert.InRange(Count(sorted).Max() / (double)sorted.Length, 0.025, 0.06);
        Assert.True(Enumerable.Range(0, 30).Count(mass => edges.Find(mass) != edges.Find(Math.BitIncrement(mass))) >= 16);
    }

    [Fact]
    public void Edges_OfNothing_AreNone() => Assert.Empty(QuantileEdges.Of([]));

    [Fact]
    public void Edges_OfAConstant_AreTheValueAndTheNextNumber() =>
        Assert.Equal([7, Math.BitIncrement(7)], QuantileEdges.Of(Baselines["constant"]));

    static long[] Count(double[] values)
    {
        var edges = new BinEdges(QuantileEdges.Of(values));
        long[] counts = new long[edges.BinCount];
        foreach (double value in values)
            counts[edges.Find(value)]++;
        return counts;
    }

    static double AnyNumber(Random random) =>
        BitConverter.Int64BitsToDouble(random.NextInt64(0x7FF0L << 48)) * (random.Next(3) - 1);

    static double[] Draw(int seed, int n, Func<Random, double> draw)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, n).Select(_ => draw(random)).Order()];
    }
}
