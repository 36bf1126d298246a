using ModelExporter.Engine.Metrics;

namespace ModelExporter.Engine.Tests.Metrics;

/// <summary>Holds snapshot after snapshot of one model to what is true of each, and of each against the one before.</summary>
sealed class SnapshotChecker
{
    readonly Dictionary<string, double> _counters = [];

    public HashSet<MetricFamily> Seen { get; } = [];

    public void Check(Snapshot snapshot)
    {
        var series = new HashSet<string>();
        int count = 0;
        foreach (var (family, samples) in snapshot.Samples)
        {
            Assert.Contains(family, MetricCatalogue.All);
            Assert.NotEmpty(samples);
            Seen.Add(family);
            foreach (var sample in samples)
            {
                Assert.Equal(family.Labels.Count, sample.LabelValues.Length);
                string name = $"{family.Name}{{{string.Join('\u001f', sample.LabelValues)}}}";
                Assert.True(series.Add(name), $"{name} is there twice");
                Assert.True(double.IsFinite(sample.Value), $"{name} is {sample.Value}");
                Assert.Equal(family.Type == MetricType.Histogram, sample.Histogram is not null);
                count += sample.Histogram is { } histogram ? CheckHistogram(name, histogram) : 1;
                if (family.Type == MetricType.Counter) Grows(name, sample.Value);
            }
        }
        Assert.Equal(count, snapshot.Series);
        Assert.All(_counters.Keys, name => Assert.True(series.Contains(name) || name.Contains('#', StringComparison.Ordinal), $"{name} went away"));
    }

    int CheckHistogram(string name, HistogramSample histogram)
    {
        Assert.Equal(histogram.Bounds.Count + 1, histogram.Counts.Length);
        Assert.Equal(histogram.Counts.Length, histogram.Sums.Length);
        for (int i = 0; i < histogram.Counts.Length; i++)
        {
            Grows($"{name}#{i}", histogram.Counts[i]);
            Assert.True(double.IsFinite(histogram.Sums[i]), $"{name} has a sum of {histogram.Sums[i]}");
        }
        return histogram.Counts.Length + 2;
    }

    void Grows(string name, double value)
    {
        Assert.True(value >= _counters.GetValueOrDefault(name), $"{name} fell from {_counters.GetValueOrDefault(name)} to {value}");
        _counters[name] = value;
    }
}
