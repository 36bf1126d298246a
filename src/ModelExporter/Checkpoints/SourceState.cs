using ModelExporter.Sources;

namespace ModelExporter.Checkpoints;

/// <summary>What is kept of a source.</summary>
/// <param name="Positions">How far it came.</param>
/// <param name="Accepted">Records it had taken.</param>
/// <param name="Rejected">Records it had rejected, by the key of the reason.</param>
public sealed record SourceState(SourcePositions Positions, long Accepted, IReadOnlyDictionary<string, long> Rejected);
