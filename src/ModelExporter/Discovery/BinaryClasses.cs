namespace ModelExporter.Discovery;

/// <summary>The classes of a binary model.</summary>
/// <param name="Positive">The one whose probability the score is.</param>
/// <param name="Negative">The other one; null = it has not been seen.</param>
/// <param name="Why">What spoke for it.</param>
sealed record BinaryClasses(string Positive, string? Negative, string Why);
