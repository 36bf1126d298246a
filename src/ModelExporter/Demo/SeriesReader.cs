using ModelExporter.Engine.Metrics;
using ModelExporter.Pipeline;

namespace ModelExporter.Demo;

/// <summary>Reads series from the running exporter, as a scrape at this moment would.</summary>
sealed class SeriesReader(Exporter exporter)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The values of several series; null where one is absent.</summary>
    public async Task<double?[]> ReadAsync(IReadOnlyList<Watch> watches, CancellationToken cancellation)
    {
        // No reload may take the loops away meanwhile.
        using var place = await exporter.Pushes.EnterAsync(Patience, cancellation);
        var snapshots = new Dictionary<string, Snapshot>();
        foreach (var loop in exporter.Pipeline.Loops) snapshots[loop.Model] = await loop.SnapshotAsync(cancellation);
        return [.. watches.Select(watch => snapshots.TryGetValue(watch.Model, out var snapshot) ? watch.In(snapshot) : null)];
    }
}
