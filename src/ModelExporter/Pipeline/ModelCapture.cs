using ModelExporter.Engine.Monitoring.State;

namespace ModelExporter.Pipeline;

/// <summary>A model's state at one moment, and how long its loop took for it.</summary>
public sealed record ModelCapture(IReadOnlyList<StateSection> Sections, TimeSpan Pause);
