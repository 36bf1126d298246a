namespace ModelExporter.Configuration.Yaml;

/// <summary>A list of values.</summary>
sealed class ListNode(string path, int line, IReadOnlyList<ConfigNode> items) : ConfigNode(path, line)
{
    public IReadOnlyList<ConfigNode> Items { get; } = items;

    public override string Kind => "a list";

    public override long Weight { get; } = 1 + items.Sum(i => i.Weight);
}
