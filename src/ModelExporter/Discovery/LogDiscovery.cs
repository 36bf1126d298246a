using ModelExporter.Configuration;

namespace ModelExporter.Discovery;

/// <summary>What logs say of themselves: a config that monitors them, and what it assumes; or why there is none.</summary>
/// <param name="Config">The config; null = nothing could be discovered.</param>
/// <param name="Assumptions">What was assumed, a line each, in the order of the config.</param>
/// <param name="Errors">Why there is no config.</param>
public sealed record LogDiscovery(ExporterConfig? Config, IReadOnlyList<string> Assumptions, IReadOnlyList<string> Errors)
{
    /// <summary>The files that the paths and globs meant.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Looks at the beginning and the end of every log.</summary>
    /// <param name="logs">Paths or globs.</param>
    /// <param name="options">What the user says.</param>
    /// <param name="now">The wall clock, in microseconds since the epoch.</param>
    public static LogDiscovery Of(IReadOnlyList<string> logs, DiscoveryOptions options, long now)
    {
        var files = LogFiles.Find(logs, out var missing);
        if (missing.Count > 0) return Failed(missing);
        LogSurvey survey;
        try
        {
            survey = LogSurvey.Of(files, options.Model);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed([e.Message]);
        }
        if (NothingFound.In(survey) is { } reason) return Failed([reason]);

        var assumptions = new List<Assumption>();
        var sources = SourceRules.Of(logs, survey, assumptions);
        var models = survey.Models.Where(m => m.Predictions.Count > 0).Select(m => ModelGuess.Of(m, survey, options, now, assumptions)).ToList();
        return new LogDiscovery(new ExporterConfig { Models = models, Sources = sources }, Assumption.Lines(assumptions), []) { Files = files };
    }

    static LogDiscovery Failed(IReadOnlyList<string> errors) => new(null, [], errors);
}
