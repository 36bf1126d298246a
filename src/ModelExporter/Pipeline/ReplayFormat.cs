using ModelExporter.Configuration;
using ModelExporter.Sources.Files;

namespace ModelExporter.Pipeline;

/// <summary>How the lines of a replayed log are read.</summary>
/// <param name="Format">How its records are written.</param>
/// <param name="Source">The source that says how they are read; null = none does.</param>
/// <param name="Now">The time of records that have none, in microseconds since the epoch.</param>
readonly record struct ReplayFormat(RecordFormat Format, SourceConfig? Source, long Now)
{
    /// <summary>A longer line is rejected.</summary>
    public int MaxLineBytes => (Source?.File ?? new FileSourceConfig { Paths = [] }).MaxLineBytes;

    /// <summary>As a log is read live: as the source that follows it says, or the only source there is; a name that tells CSV is believed unless its source says otherwise.</summary>
    public static ReplayFormat Of(string log, IReadOnlyList<SourceConfig> sources, long now)
    {
        var follows = sources.FirstOrDefault(s => s.File is { } file && file.Paths.Any(p => new FileGlob(p).Matches(log)));
        var source = follows ?? (sources.Count == 1 ? sources[0] : null);
        var format = follows is null && RecordFormats.OfName(log) == RecordFormat.Csv ? RecordFormat.Csv : source?.Format ?? RecordFormat.Json;
        return new ReplayFormat(format, source, now);
    }
}
