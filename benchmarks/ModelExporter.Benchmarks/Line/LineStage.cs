namespace ModelExporter.Benchmarks.Line;

/// <summary>One way to go through a log. It keeps what it needs from round to round.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Run">Goes through the lines of a log.</param>
sealed record LineStage(string Name, Action<ReadOnlyMemory<byte>> Run);
