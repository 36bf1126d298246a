namespace ModelExporter.Pipeline;

/// <summary>How the lines of a replayed log are read.</summary>
/// <param name="Flat">The top-level scalars of a record are its features.</param>
/// <param name="MaxLineBytes">A longer line is rejected.</param>
/// <param name="Now">The time of records that have none, in microseconds since the epoch.</param>
readonly record struct ReplayFormat(bool Flat, int MaxLineBytes, long Now);
