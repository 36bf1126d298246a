using ModelExporter.Statistics.Drift;

namespace ModelExporter.Statistics.Tests.Drift;

/// <summary>The scores of all statistics, in units of their noise floors, of samples without drift.</summary>
public sealed class NoiseFloorSimulation
{
    const int Runs = 3000;
    static readonly double[] RareCategories = [0.6, 0.2, 0.1, 0.05, 0.03, 0.015, 0.004, 0.001];
    readonly Dictionary<(string Key, string Shape), List<double>> _scores = [];

    public NoiseFloorSimulation()
    {
        var random = new Random(20240602);
        for (int run = 0; run < Runs; run++)
        {
            Compare("normal", () => Normal(random), 300 + run % 701);
            if (run % 3 > 0)
                continue;
            Compare("uniform", random.NextDouble, 300 + run % 701);
            Compare("lognormal", () => Math.Exp(Normal(random)), 300 + run % 701);
        }
        for (int run = 0; run < Runs; run++)
            Score("rare categories", new DriftSample
            {
                BaselineGroups = Categories(random, 5000),
                CurrentGroups = Categories(random, 300 + run % 701),
            });
    }

    /// <summary>The share of comparisons above so many noise floors.</summary>
    public double Share(string key, string shape, double floors) =>
        _scores[(key, shape)].Count(score => score > floors) / (double)_scores[(key, shape)].Count;

    void Compare(string shape, Func<double> draw, int window) =>
        Score(shape, new BinnedSample(Draw(draw, 5000), Draw(draw, window)).Sample);

    void Score(string shape, in DriftSample sample)
    {
        foreach (var statistic in DriftStatistics.All)
        {
            double floor = statistic.NoiseFloor(sample.BaselineCount, sample.CurrentCount, sample.BaselineGroups.Length);
            if (!_scores.TryGetValue((statistic.Key, shape), out var scores))
                _scores[(statistic.Key, shape)] = scores = [];
            scores.Add(statistic.Of(sample) / floor);
        }
    }

    static double[] Draw(Func<double> draw, int n)
    {
        double[] values = new double[n];
        for (int i = 0; i < n; i++)
            values[i] = draw();
        return values;
    }

    static long[] Categories(Random random, int n)
    {
        long[] counts = new long[RareCategories.Length];
        for (int i = 0; i < n; i++)
        {
            double left = random.NextDouble();
            int category = 0;
            while (category < counts.Length - 1 && left >= RareCategories[category])
                left -= RareCategories[category++];
            counts[category]++;
        }
        return counts;
    }

    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
