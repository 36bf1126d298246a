namespace ModelExporter.Configuration.Yaml;

/// <summary>A mapping: its keys are unique and in the order of the file.</summary>
sealed class MappingNode(string path, int line, IReadOnlyList<MappingEntry> entries) : ConfigNode(path, line)
{
    readonly Dictionary<string, ConfigNode> _values = entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);

    public IReadOnlyList<MappingEntry> Entries { get; } = entries;

    public override string Kind => "a mapping";

    public override long Weight { get; } = 1 + entries.Sum(e => e.Value.Weight);

    /// <summary>The value of a key; null = the key is not there.</summary>
    public ConfigNode? this[string key] => _values.GetValueOrDefault(key);

    public MappingNode Where(Func<MappingEntry, bool> isKept) => new(Path, Line, [.. Entries.Where(isKept)]);

    public MappingNode With(string key, ConfigNode value) =>
        new(Path, Line, [.. Entries.Select(e => e.Key == key ? e with { Value = value } : e)]);

    /// <summary>This mapping and the keys of the other one that it lacks, as a YAML merge key has it.</summary>
    public MappingNode And(MappingNode other) => new(Path, Line, [.. Entries, .. other.Entries.Where(e => !_values.ContainsKey(e.Key))]);

    /// <summary>The same, and mappings that both have are put together the same way, as the section <c>defaults</c> has it.</summary>
    public MappingNode Over(MappingNode defaults)
    {
        var own = Entries.Select(e =>
            e.Value is MappingNode mine && defaults[e.Key] is MappingNode theirs ? e with { Value = mine.Over(theirs) } : e);
        return new MappingNode(Path, Line, [.. own]).And(defaults);
    }
}
