namespace ModelExporter.Engine.Metrics;

/// <summary>What a scrape sees of one model: every sample of one moment. Immutable once built.</summary>
public sealed class Snapshot
{
    readonly Dictionary<MetricFamily, List<Sample>> _samples = new(ReferenceEqualityComparer.Instance);

    /// <summary>Samples by family; a family without samples is not there.</summary>
    public IReadOnlyDictionary<MetricFamily, List<Sample>> Samples => _samples;

    public int Series { get; private set; }

    internal void Add(MetricFamily family, Sample sample)
    {
        if (!_samples.TryGetValue(family, out var samples)) _samples.Add(family, samples = []);
        samples.Add(sample);
        Series += sample.Histogram is { } histogram ? histogram.Counts.Length + 2 : 1;
    }
}

/// <summary>One series of a family.</summary>
/// <param name="LabelValues">In the order of the family's labels.</param>
/// <param name="Value">Its value; of no meaning for a histogram.</param>
/// <param name="Histogram">Its buckets, of a histogram.</param>
public readonly record struct Sample(string[] LabelValues, double Value, HistogramSample? Histogram = null);

/// <summary>The buckets of a histogram at one moment.</summary>
/// <param name="Bounds">Upper bounds; there is one count more.</param>
/// <param name="Counts">How many in each bucket, not cumulated.</param>
/// <param name="Sums">The sum of the values in each bucket.</param>
public sealed record HistogramSample(IReadOnlyList<double> Bounds, long[] Counts, double[] Sums);
