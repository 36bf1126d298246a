namespace ModelExporter.Discovery;

/// <summary>A label, and when it became known; null = the record has no time.</summary>
readonly record struct SeenLabel(string Value, long? Time);
