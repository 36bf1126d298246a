using ModelExporter.Engine.Monitoring;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>What a stopped pipeline leaves to the next one.</summary>
/// <param name="Monitors">The models' state by name.</param>
/// <param name="Positions">How far each source came, by name.</param>
/// <param name="Counters">The sources' counters by name.</param>
/// <param name="Seed">What the hash of ids starts from; pending predictions are only found again under the same one.</param>
public sealed record PipelineState(
    IReadOnlyDictionary<string, ModelMonitor> Monitors,
    IReadOnlyDictionary<string, SourcePositions> Positions,
    IReadOnlyDictionary<string, SourceCounters> Counters,
    long Seed)
{
    public static PipelineState Fresh() => new(
        new Dictionary<string, ModelMonitor>(),
        new Dictionary<string, SourcePositions>(),
        new Dictionary<string, SourceCounters>(),
        Random.Shared.NextInt64());
}
