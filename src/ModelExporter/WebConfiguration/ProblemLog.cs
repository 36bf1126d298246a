namespace ModelExporter.WebConfiguration;

/// <summary>Logs a problem when it comes or changes, not whenever it is met: strangers decide how often that is.</summary>
sealed partial class ProblemLog(ILogger logger)
{
    volatile string? _told;

    /// <param name="problem">Null = there is none any more.</param>
    public void Tell(string? problem)
    {
        if (problem == _told) return;
        _told = problem;
        if (problem is not null) Unusable(logger, problem);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The web config cannot be used; nobody is let in until it is mended")]
    static partial void Unusable(ILogger logger, string problem);
}
