using ModelExporter.Engine.Metrics;
using Prometheus;

namespace ModelExporter.Exposition;

/// <summary>Model metrics in a prometheus-net registry of their own, set from snapshots. One caller at a time: see <see cref="ScrapeGate"/>.</summary>
/// <remarks>
/// The library is reached through this class alone. Its default registry would publish every meter of the process, its callbacks run
/// concurrently for concurrent scrapes, and an exception in them still answers 200; so nothing of these is used.
/// </remarks>
public sealed class ModelRegistry
{
    readonly CollectorRegistry _registry = Prometheus.Metrics.NewCustomRegistry();
    readonly Dictionary<MetricFamily, SeriesFamily> _families = new(ReferenceEqualityComparer.Instance);

    public ModelRegistry()
    {
        var factory = Prometheus.Metrics.WithCustomRegistry(_registry);
        foreach (var family in MetricCatalogue.All) _families.Add(family, SeriesFamily.Create(factory, family));
    }

    /// <summary>What a scrape of the library's endpoint reads.</summary>
    public CollectorRegistry Registry => _registry;

    /// <summary>Makes the registry say what the snapshots say, no more and no less.</summary>
    public void Apply(IEnumerable<Snapshot> snapshots)
    {
        foreach (var family in _families.Values) family.Begin();
        foreach (var snapshot in snapshots)
            foreach (var (family, samples) in snapshot.Samples)
                foreach (var sample in samples) _families[family].Set(sample);
        foreach (var family in _families.Values) family.RemoveUntouched();
    }

    public Task WriteAsync(Stream stream, CancellationToken cancellation) => _registry.CollectAndExportAsTextAsync(stream, cancellation);
}
