namespace ModelExporter.Configuration.Keys;

/// <summary>Names sources that were given no name: the type and its number among the sources of that type.</summary>
static class SourceNames
{
    public static IReadOnlyList<SourceConfig> Complete(IReadOnlyList<SourceConfig> sources) =>
        [.. sources.Select((s, i) => s.Name.Length > 0 ? s : s with { Name = OfFile(i) })];

    /// <param name="index">Its place among the sources, from 0.</param>
    public static string OfFile(int index) => $"file-{index + 1}";
}
