using ModelExporter.Configuration.Keys;

namespace ModelExporter.Configuration;

/// <summary>The table of all keys of the config file, in the order a reader wants them.</summary>
public static class ConfigKeys
{
    public static IReadOnlyList<ConfigKey> All { get; } = [.. RootKeys.Rows];
}
