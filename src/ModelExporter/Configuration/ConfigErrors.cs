using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration;

/// <summary>Gathers what is wrong with a config. What is said twice counts once: a default is read for every model.</summary>
sealed class ConfigErrors
{
    readonly Dictionary<(string Path, int Line, string Problem), ConfigError> _errors = [];

    public IReadOnlyList<ConfigError> InOrder => [.. _errors.Values.OrderBy(e => e.Line).ThenBy(e => e.Path, StringComparer.Ordinal)];

    public void Add(ConfigNode at, string problem, string remedy) => Add(at.Path, at.Line, problem, remedy);

    public void Add(string path, int line, string problem, string remedy) =>
        _errors.TryAdd((path, line, problem), new ConfigError(path, line, problem, remedy));

    public void Clear() => _errors.Clear();
}
