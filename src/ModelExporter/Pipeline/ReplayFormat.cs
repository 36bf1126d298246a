using ModelExporter.Configuration;

namespace ModelExporter.Pipeline;

/// <summary>How the lines of a replayed log are read.</summary>
/// <param name="Format">How its records are written.</param>
/// <param name="Source">The source that says how they are read; null = none does.</param>
/// <param name="MaxLineBytes">A longer line is rejected.</param>
/// <param name="Now">The time of records that have none, in microseconds since the epoch.</param>
readonly record struct ReplayFormat(RecordFormat Format, SourceConfig? Source, int MaxLineBytes, long Now);
