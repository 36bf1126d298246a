namespace ModelExporter.Configuration.Yaml;

/// <summary>A key of a mapping and its value.</summary>
readonly record struct MappingEntry(string Key, string Path, int Line, ConfigNode Value)
{
    /// <summary>Whether the section <c>defaults</c> says it.</summary>
    public bool IsInherited => Path.StartsWith("defaults.", StringComparison.Ordinal);
}
