namespace ModelExporter.Configuration.Yaml;

/// <summary>Finds the line of every key of a file.</summary>
static class KeyLines
{
    public static Dictionary<string, int> Of(ConfigNode root)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        Gather(root, lines);
        return lines;
    }

    static void Gather(ConfigNode node, Dictionary<string, int> lines)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    lines.TryAdd(entry.Path, entry.Line);
                    Gather(entry.Value, lines);
                }
                break;
            case ListNode list:
                foreach (var item in list.Items) Gather(item, lines);
                break;
        }
    }
}
