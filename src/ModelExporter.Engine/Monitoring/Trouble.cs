namespace ModelExporter.Engine.Monitoring;

/// <summary>Something that can be wrong with a version in a window.</summary>
/// <param name="Version">The version.</param>
/// <param name="Window">The window.</param>
/// <param name="Feature">The feature that has drifted; null where a figure of performance is broken.</param>
/// <param name="Figure">The key of that figure; null where a feature has drifted.</param>
public readonly record struct Trouble(string Version, string Window, string? Feature, string? Figure);
