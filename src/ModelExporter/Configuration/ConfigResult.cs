namespace ModelExporter.Configuration;

/// <summary>What came of reading a config file: a config, or everything that is wrong with it.</summary>
/// <param name="Config">The config; null = there are errors.</param>
/// <param name="Errors">All of them at once, in the order of the file.</param>
/// <param name="Hash">The <see cref="ConfigHash"/> of the content; empty = it could not be read.</param>
public sealed record ConfigResult(ExporterConfig? Config, IReadOnlyList<ConfigError> Errors, string Hash)
{
    /// <summary>The line of each key, for errors that only show when what a key names is looked at.</summary>
    internal IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <summary>The file as text, without its secrets.</summary>
    public string Text { get; init; } = "";
}
