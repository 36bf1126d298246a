using ModelExporter.Engine.Metrics;

namespace ModelExporter.Tests.Demo;

/// <summary>The series of every model at one moment, by metric.</summary>
sealed class SeriesTable
{
    readonly List<(string Metric, Dictionary<string, string> Labels, double Value)> _series = [];

    public SeriesTable(IEnumerable<Snapshot> snapshots)
    {
        foreach (var snapshot in snapshots)
            foreach (var (family, samples) in snapshot.Samples)
                foreach (var sample in samples)
                    _series.Add((family.Name, family.Labels.Zip(sample.LabelValues).ToDictionary(p => p.First, p => p.Second), sample.Value));
    }

    /// <summary>The series of a metric; of those with a window, in the window of the story.</summary>
    public IEnumerable<(Dictionary<string, string> Labels, double Value)> Of(string metric) => _series
        .Where(s => s.Metric == metric && s.Labels.GetValueOrDefault("window", ModelExporter.Demo.Story.Window) == ModelExporter.Demo.Story.Window)
        .Select(s => (s.Labels, s.Value));

    /// <summary>The value of the one series of a metric with these label values; null if there is none.</summary>
    public double? this[string metric, params string[] values] =>
        Of(metric).Where(s => values.All(s.Labels.ContainsValue)).Select(s => (double?)s.Value).SingleOrDefault();
}
