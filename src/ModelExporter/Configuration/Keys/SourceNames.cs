namespace ModelExporter.Configuration.Keys;

/// <summary>Names sources that were given no name: the type and its number among the sources of that type.</summary>
static class SourceNames
{
    public static IReadOnlyList<SourceConfig> Complete(IReadOnlyList<SourceConfig> sources) =>
        [.. sources.Zip(Usual(sources.Select(s => s.Kafka is not null)), (source, usual) => source.Name.Length > 0 ? source : source with { Name = usual })];

    /// <summary>The names that sources have when they are given none, in their order.</summary>
    /// <param name="areKafka">For each source whether it is one of Kafka, else of files.</param>
    public static IEnumerable<string> Usual(IEnumerable<bool> areKafka)
    {
        var (files, topics) = (0, 0);
        foreach (bool isKafka in areKafka) yield return isKafka ? $"kafka-{++topics}" : $"file-{++files}";
    }
}
