namespace ModelExporter.Logging;

/// <summary>The four levels as flags name them (<c>debug</c>) and as lines do (<c>DEBUG</c>).</summary>
public static class LogLevels
{
    static readonly (string Flag, LogLevel Level)[] Flags =
    [
        ("debug", LogLevel.Debug),
        ("info", LogLevel.Information),
        ("warn", LogLevel.Warning),
        ("error", LogLevel.Error),
    ];

    /// <summary>The names a flag takes, the chattiest first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Flags.Select(f => f.Flag)];

    /// <summary>Reads a flag's value, in any case.</summary>
    public static bool TryParse(string text, out LogLevel level)
    {
        int at = Array.FindIndex(Flags, f => f.Flag.Equals(text, StringComparison.OrdinalIgnoreCase));
        level = at < 0 ? LogLevel.None : Flags[at].Level;
        return at >= 0;
    }

    internal static string NameInLine(LogLevel level) => level switch
    {
        <= LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        _ => "ERROR",
    };
}
