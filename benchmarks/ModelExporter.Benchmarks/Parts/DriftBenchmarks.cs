using BenchmarkDotNet.Attributes;
using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Benchmarks.Parts;

/// <summary>All drift statistics of one numeric feature in one window, in 64 bins.</summary>
public class DriftBenchmarks
{
    const int Values = 10_000;

    readonly double[] _edges;
    readonly long[] _baseline;
    readonly long[] _current;
    readonly long[] _baselineGroups;
    readonly long[] _currentGroups;
    readonly double[] _endSums = new double[BinnedDistribution.EndSumCount];

    public DriftBenchmarks()
    {
        var random = new Random(42);
        double[] values = [.. Enumerable.Range(0, Values).Select(_ => random.NextDouble() * random.NextDouble())];
        Array.Sort(values);
        _edges = QuantileEdges.Of(values);
        _baseline = Count(values, 1);
        _current = Count(values, 1.1);
        int[] groups = BinGroups.Merge(_baseline, 10);
        _baselineGroups = new long[groups[^1] + 1];
        _currentGroups = new long[groups[^1] + 1];
        BinGroups.Sum(_baseline, groups, _baselineGroups);
        BinGroups.Sum(_current, groups, _currentGroups);
    }

    [Benchmark]
    public double AllStatistics()
    {
        var sample = new DriftSample
        {
            BaselineGroups = _baselineGroups,
            CurrentGroups = _currentGroups,
            Baseline = new BinnedDistribution(_edges, _baseline, _endSums),
            Current = new BinnedDistribution(_edges, _current, _endSums),
            BaselineStandardDeviation = 0.22,
        };
        double sum = 0;
        foreach (var statistic in DriftStatistics.All) sum += statistic.Of(sample);
        return sum;
    }

    long[] Count(double[] values, double scale)
    {
        var edges = new BinEdges(_edges);
        var counts = new long[edges.BinCount];
        foreach (double value in values)
        {
            int bin = edges.Find(value * scale);
            counts[bin]++;
            int end = BinnedDistribution.EndSumOf(bin, counts.Length);
            if (end >= 0) _endSums[end] += value;
        }
        return counts;
    }
}
