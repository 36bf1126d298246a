namespace ModelExporter.Engine.Monitoring.State;

/// <summary>A section that was there and does not fit.</summary>
/// <param name="Section">Its name.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record StateDrop(string Section, string Reason);
