namespace ModelExporter.Engine.Monitoring.State;

/// <summary>A part of a state that was saved.</summary>
/// <param name="Shape">What it was made under.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Content">A stream that stands at the first of them.</param>
public sealed record SavedSection(string Shape, long Length, Stream Content);
