using ModelExporter.Engine.Monitoring.State;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>One moment of a pipeline: what lies before it is in a checkpoint, what lies behind it is not.</summary>
/// <param name="Models">The models' captures, which their loops make when they come to the moment.</param>
/// <param name="Positions">How far the sources were, by name.</param>
/// <param name="Sections">What is not of any model.</param>
sealed record Cut(IReadOnlyList<Task<ModelCapture>> Models, IReadOnlyDictionary<string, SourcePositions> Positions, IReadOnlyList<StateSection> Sections);
