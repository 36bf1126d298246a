using System.Text.Json;
using ModelExporter.Checkpoints;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.State;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>What a pipeline begins with: what a stopped one left, or a checkpoint, or nothing.</summary>
/// <param name="Seed">What the hash of ids starts from; pending predictions are only found again under the same one.</param>
public sealed record PipelineState(long Seed)
{
    const string ExporterSection = "exporter";
    const string SourcesSection = "sources";

    /// <summary>The models' state by name, of a pipeline that was stopped.</summary>
    public IReadOnlyDictionary<string, ModelMonitor> Monitors { get; init; } = new Dictionary<string, ModelMonitor>();

    /// <summary>The models' state, of a checkpoint.</summary>
    public ISavedState? Saved { get; init; }

    /// <summary>How far each source came, by name.</summary>
    public IReadOnlyDictionary<string, SourcePositions> Positions { get; init; } = new Dictionary<string, SourcePositions>();

    /// <summary>The sources' counters by name.</summary>
    public IReadOnlyDictionary<string, SourceCounters> Counters { get; init; } = new Dictionary<string, SourceCounters>();

    public static PipelineState Fresh() => new(Random.Shared.NextInt64());

    /// <summary>What a checkpoint holds.</summary>
    /// <param name="saved">Its sections.</param>
    /// <param name="isOlder">Whether there was a later one, which was refused.</param>
    public static PipelineState Of(ISavedState saved, bool isOlder)
    {
        long seed = 0;
        var sources = new Dictionary<string, SourceState>();
        var restore = new StateRestore(saved);
        restore.TryRead(ExporterSection, "", from => seed = from.ReadInt64());
        restore.TryRead(SourcesSection, "", from => sources = JsonSerializer.Deserialize(from.ReadString(), SourceStateJson.Default.DictionaryStringSourceState)!);
        return new PipelineState(seed)
        {
            Saved = saved,
            Positions = sources.ToDictionary(s => s.Key, s => s.Value.Positions with { AreOfAnOlderCheckpoint = isOlder || s.Value.Positions.AreOfAnOlderCheckpoint }),
            Counters = sources.ToDictionary(s => s.Key, s => CountersOf(s.Key, s.Value)),
        };
    }

    /// <summary>Captures what is not of any model.</summary>
    /// <param name="capture">Takes it.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="positions">How far each source came, by name.</param>
    /// <param name="counters">The counters of every source.</param>
    public static void Capture(StateCapture capture, long seed, IReadOnlyDictionary<string, SourcePositions> positions, IEnumerable<SourceCounters> counters)
    {
        var sources = counters.ToDictionary(c => c.Name, c => new SourceState(
            positions.GetValueOrDefault(c.Name) ?? SourcePositions.None,
            c.Accepted,
            RejectReasons.All.ToDictionary(r => r.Key(), c.Rejected)));
        capture.Add(ExporterSection, "", to => to.Write(seed));
        capture.Add(SourcesSection, "", to => to.Write(JsonSerializer.Serialize(sources, SourceStateJson.Default.DictionaryStringSourceState)));
    }

    static SourceCounters CountersOf(string name, SourceState state)
    {
        var counters = new SourceCounters(name);
        counters.Accept(state.Accepted);
        foreach (var reason in RejectReasons.All) counters.Reject(reason, state.Rejected.GetValueOrDefault(reason.Key()));
        return counters;
    }
}
