namespace ModelExporter.Engine.Status;

/// <summary>What to think of a model, in a word and in a sentence or two.</summary>
/// <param name="Level">The word.</param>
/// <param name="Text">The sentences.</param>
/// <param name="Window">The window they speak of; null = none.</param>
public sealed record Verdict(VerdictLevel Level, string Text, string? Window = null);
