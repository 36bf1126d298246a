namespace ModelExporter.Engine.Monitoring.State;

/// <summary>A part of a state as it was at one moment, to be written when there is time.</summary>
/// <param name="Name">What it is found by.</param>
/// <param name="Shape">What decides its form, a line each: it fits where the shape is the same.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Write">Writes so many bytes; once, on any thread.</param>
public sealed record StateSection(string Name, string Shape, long Length, Action<Stream> Write);
