using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Statistics.Tests.Drift;

/// <summary>A baseline and a window of raw values, counted in the baseline's bins and groups.</summary>
sealed class BinnedSample
{
    readonly BinEdges _edges;
    readonly long[] _baseline, _current, _baselineGroups, _currentGroups;
    readonly double[] _baselineEndSums = new double[BinnedDistribution.EndSumCount];
    readonly double[] _currentEndSums = new double[BinnedDistribution.EndSumCount];
    readonly double _standardDeviation;

    public BinnedSample(double[] baseline, double[] current)
    {
        double[] sorted = [.. baseline];
        Array.Sort(sorted);
        _edges = new BinEdges(QuantileEdges.Of(sorted));
        _baseline = Count(baseline, _baselineEndSums);
        _current = Count(current, _currentEndSums);
        int[] groupOfBin = BinGroups.Merge(_baseline);
        _baselineGroups = new long[groupOfBin[^1] + 1];
        _currentGroups = new long[groupOfBin[^1] + 1];
        BinGroups.Sum(_baseline, groupOfBin, _baselineGroups);
        BinGroups.Sum(_current, groupOfBin, _currentGroups);
        double mean = baseline.Average();
        _standardDeviation = Math.Sqrt(baseline.Sum(value => (value - mean) * (value - mean)) / baseline.Length);
    }

    public int Groups => _baselineGroups.Length;

    public double StandardDeviation => _standardDeviation;

    public DriftSample Sample => new()
    {
        BaselineGroups = _baselineGroups,
        CurrentGroups = _currentGroups,
        Baseline = new BinnedDistribution(_edges.Values, _baseline, _baselineEndSums),
        Current = new BinnedDistribution(_edges.Values, _current, _currentEndSums),
        BaselineStandardDeviation = _standardDeviation,
    };

    long[] Count(double[] values, double[] endSums)
    {
        long[] counts = new long[_edges.BinCount];
        foreach (double value in values)
        {
            int bin = _edges.Find(value);
            counts[bin]++;
            int endSum = BinnedDistribution.EndSumOf(bin, counts.Length);
            if (endSum >= 0)
                endSums[endSum] += value;
        }
        return counts;
    }
}
