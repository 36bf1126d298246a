namespace ModelExporter.Status;

/// <summary>Records of a source that were rejected for one reason.</summary>
/// <param name="Reason">The value of the label <c>reason</c>.</param>
/// <param name="Text">The reason as a sentence.</param>
/// <param name="Count">How many.</param>
/// <param name="Example">The first one, its values masked; null where there is none to show.</param>
public sealed record RejectStatus(string Reason, string Text, long Count, string? Example);
