namespace ModelExporter.Engine.Config;

/// <summary>What a model is compared with: a file, or its own first predictions.</summary>
/// <param name="File">A baseline file; null = learn from the first predictions.</param>
/// <param name="First">How many predictions, and how many joined labels, make a learnt baseline. Default 1,000; 50 to 100,000.</param>
/// <param name="Span">How long from the first prediction, and from the first joined label, on a baseline is learnt, instead of
/// <paramref name="First"/>; null = by count. 1 minute to 400 days.</param>
public sealed record BaselineConfig(string? File = null, int First = 1000, TimeSpan? Span = null);
