using ModelExporter.Engine.Metrics;
using Prometheus;

namespace ModelExporter.Exposition;

/// <summary>A histogram that follows a snapshot. The library can only observe, so what came since the last round is observed as the mean of its bucket, as often as it came: buckets and sum come out right.</summary>
sealed class HistogramFamily : SeriesFamily
{
    readonly MetricFactory _factory;
    readonly MetricFamily _family;
    readonly Dictionary<string[], HistogramSample> _last = new(LabelValuesComparer.Instance);
    readonly HashSet<string[]> _touched = new(LabelValuesComparer.Instance);
    Histogram? _histogram;

    public HistogramFamily(MetricFactory factory, MetricFamily family)
    {
        _factory = factory;
        _family = family;
    }

    public override void Begin() => _touched.Clear();

    public override void Set(in Sample sample)
    {
        var now = sample.Histogram!;
        _histogram ??= _factory.CreateHistogram(_family.Name, _family.Help, [.. _family.Labels], new HistogramConfiguration
        {
            Buckets = [.. now.Bounds],
            // An exemplar would be the trace of the scrape that found the observations, which says nothing about them.
            ExemplarBehavior = ExemplarBehavior.NoExemplars(),
        });
        _touched.Add(sample.LabelValues);
        var before = _last.GetValueOrDefault(sample.LabelValues);
        if (before is not null && BeganAnew(before, now))
        {
            _histogram.RemoveLabelled(sample.LabelValues);
            before = null;
        }
        var series = _histogram.WithLabels(sample.LabelValues);
        for (int bucket = 0; bucket < now.Counts.Length; bucket++)
        {
            long came = now.Counts[bucket] - (before?.Counts[bucket] ?? 0);
            if (came <= 0) continue;
            double mean = (now.Sums[bucket] - (before?.Sums[bucket] ?? 0)) / came;
            // Rounding must not carry the mean into the next bucket.
            double low = bucket == 0 ? 0 : Math.BitIncrement(now.Bounds[bucket - 1]);
            double high = bucket < now.Bounds.Count ? now.Bounds[bucket] : double.MaxValue;
            series.Observe(Math.Clamp(mean, low, high), came);
        }
        _last[sample.LabelValues] = now;
    }

    public override void RemoveUntouched()
    {
        foreach (string[] labels in _last.Keys.Where(labels => !_touched.Contains(labels)).ToList())
        {
            _last.Remove(labels);
            _histogram!.RemoveLabelled(labels);
        }
    }

    /// <summary>A model's state can begin anew at a reload, and its histograms with it.</summary>
    static bool BeganAnew(HistogramSample before, HistogramSample now) => now.Counts.Zip(before.Counts).Any(c => c.First < c.Second);
}
