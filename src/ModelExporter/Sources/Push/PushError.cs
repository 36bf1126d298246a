namespace ModelExporter.Sources.Push;

/// <summary>Why a record of a body was not taken.</summary>
/// <param name="Record">Its position among the records of the body, from 0.</param>
/// <param name="Reason">As the metrics' label <c>reason</c> has it.</param>
/// <param name="Message">The reason as a sentence; nothing of the record is in it.</param>
public sealed record PushError(int Record, string Reason, string Message);
