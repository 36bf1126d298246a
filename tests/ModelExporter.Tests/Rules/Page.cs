namespace ModelExporter.Tests.Rules;

/// <summary>An alert in a message that a receiver got.</summary>
sealed record Page(string Receiver, string Alert, bool IsFiring, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations);
