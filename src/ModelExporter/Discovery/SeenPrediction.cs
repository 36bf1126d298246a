using ModelExporter.Engine.Records;

namespace ModelExporter.Discovery;

/// <summary>What a prediction said, as far as the task is guessed from it.</summary>
/// <param name="Key">What its label is joined by.</param>
/// <param name="Time">Microseconds since the epoch; null = the record has no time.</param>
/// <param name="Class">The scalar prediction or the class; null = none.</param>
/// <param name="IsNumber">It is written as a number.</param>
/// <param name="Score">The score; NaN = none.</param>
/// <param name="Label">The label that came with it; null = none did.</param>
readonly record struct SeenPrediction(RecordKey Key, long? Time, string? Class, bool IsNumber, double Score, string? Label);
