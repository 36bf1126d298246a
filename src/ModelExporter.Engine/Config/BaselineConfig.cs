namespace ModelExporter.Engine.Config;

/// <summary>What a model is compared with: a file, or its own first predictions.</summary>
/// <param name="File">A baseline file; null = learn from the first predictions.</param>
/// <param name="First">How many predictions, and how many joined labels, make a learnt baseline. Default 1,000; 50 to 100,000.</param>
public sealed record BaselineConfig(string? File = null, int First = 1000);
