using ModelExporter.Engine.Metrics;
using Prometheus;

namespace ModelExporter.Exposition;

/// <summary>One metric of the library with its series, which come and go as snapshots have them.</summary>
abstract class SeriesFamily
{
    public static SeriesFamily Create(MetricFactory factory, MetricFamily family)
    {
        string[] labels = [.. family.Labels];
        switch (family.Type)
        {
            case MetricType.Counter:
                var counter = factory.CreateCounter(family.Name, family.Help, labels);
                return new SeriesFamily<Counter.Child>(counter.WithLabels, counter.RemoveLabelled, static (series, sample) => series.IncTo(sample.Value))
                {
                    BeganAnew = static (series, sample) => sample.Value < series.Value,
                };
            case MetricType.Gauge:
                var gauge = factory.CreateGauge(family.Name, family.Help, labels);
                return new SeriesFamily<Gauge.Child>(gauge.WithLabels, gauge.RemoveLabelled, static (series, sample) => series.Set(sample.Value));
            default:
                return new HistogramFamily(factory, family);
        }
    }

    /// <summary>Starts a round.</summary>
    public abstract void Begin();

    public abstract void Set(in Sample sample);

    /// <summary>Ends the series that this round did not touch.</summary>
    public abstract void RemoveUntouched();
}

/// <summary>Series by label values, each with the round that touched it last.</summary>
class SeriesFamily<TSeries>(Func<string[], TSeries> create, Action<string[]> remove, Action<TSeries, Sample> set) : SeriesFamily
    where TSeries : class
{
    readonly Dictionary<string[], Entry> _series = new(LabelValuesComparer.Instance);
    readonly List<string[]> _gone = [];
    int _round;

    /// <summary>Whether a series has to start from zero again: the library's counters never go down, but a model's state can begin anew at a reload.</summary>
    public Func<TSeries, Sample, bool> BeganAnew { get; init; } = static (_, _) => false;

    public override void Begin() => _round++;

    public override void Set(in Sample sample)
    {
        if (!_series.TryGetValue(sample.LabelValues, out var entry))
            _series.Add(sample.LabelValues, entry = new Entry(create(sample.LabelValues)));
        else if (entry.Round != _round && BeganAnew(entry.Series, sample))
        {
            remove(sample.LabelValues);
            _series[sample.LabelValues] = entry = new Entry(create(sample.LabelValues));
        }
        entry.Round = _round;
        set(entry.Series, sample);
    }

    public override void RemoveUntouched()
    {
        foreach (var (labels, entry) in _series)
            if (entry.Round != _round) _gone.Add(labels);
        foreach (string[] labels in _gone)
        {
            _series.Remove(labels);
            remove(labels);
        }
        _gone.Clear();
    }

    sealed class Entry(TSeries series)
    {
        public TSeries Series { get; } = series;

        public int Round { get; set; }
    }
}
