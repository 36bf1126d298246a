using System.Text;

namespace ModelExporter.Configuration;

/// <summary>Writes a config with every key, most of them commented out, from the table of keys: <c>deploy/modelexporter.example.yml</c>.</summary>
public static class ConfigExample
{
    const int Width = 110;

    const string Introduction = """
        # yaml-language-server: $schema=modelexporter.schema.json
        #
        # Configuration of ModelExporter, with every key that there is. To be edited, and kept as /etc/modelexporter/modelexporter.yml.
        #
        # A key behind # is not set. It shows its default or, where it has none, an example; remove the # to set it.
        # A block whose keys exclude what is set here, such as kafka beside file, is behind # as a whole; the keys in it are
        # behind another one. Check the outcome with: modelexporter check --config.file FILE
        #
        # docs/configuration.md says how durations, sizes, windows and paths are written.
        """;

    /// <summary>What the example sets beside what is required.</summary>
    static readonly string[] Set = ["sources", "sources[].name", "sources[].file", "checkpoint.path"];

    /// <summary>Blocks that do not go with what the example sets, or not without a value.</summary>
    static readonly string[] Apart = ["sources[].kafka", "sources[].kafka.dead_letter", "sources[].columns"];

    public static string Yaml()
    {
        var yaml = new StringBuilder(Introduction).Append('\n');
        string previous = "";
        foreach (var key in ConfigKeys.All)
        {
            // The first key of a block follows it closely.
            if (ParentOf(key.Path) != previous || previous.Length == 0) yaml.Append(MarginOf(key.Path).TrimEnd()).Append('\n');
            Write(yaml, key);
            previous = key.Path;
        }
        return yaml.ToString();
    }

    static void Write(StringBuilder yaml, ConfigKey key)
    {
        string name = key.Path.Split('.')[^1];
        bool isBlock = ConfigKeys.All.Any(other => ParentOf(other.Path) == key.Path);
        bool isSet = key.IsRequired || Set.Contains(key.Path) || (isBlock && !Apart.Contains(key.Path));
        string margin = MarginOf(key.Path);

        foreach (string line in Wrap(key.Purpose, Width - margin.Length).Concat(Wrap(key.Allowed, Width - margin.Length))) yaml.Append(margin).Append("# ").Append(line).Append('\n');
        yaml.Append(IsFirstOfItem(key.Path) ? $"{margin[..^2]}- " : margin).Append(isSet ? "" : "#").Append(name).Append(':');
        if (!isBlock) yaml.Append(' ').Append(key.Example ?? key.Default);
        yaml.Append('\n');
    }

    /// <summary>What stands before a key: two columns for each mapping and list that it is in, and a # where a block stands apart.</summary>
    static string MarginOf(string path)
    {
        var margin = new StringBuilder();
        for (int end = path.IndexOf('.'); end >= 0; end = path.IndexOf('.', end + 1))
        {
            string block = path[..end];
            if (Apart.Contains(block)) margin.Append('#');
            margin.Append(block.EndsWith("[]", StringComparison.Ordinal) ? "    " : "  ");
        }
        return margin.ToString();
    }

    /// <summary>The path of the block that a key stands in; empty = the file.</summary>
    static string ParentOf(string path) => path.LastIndexOf('.') is var end and >= 0 ? TrimItem(path[..end]) : "";

    static string TrimItem(string block) => block.EndsWith("[]", StringComparison.Ordinal) ? block[..^2] : block;

    static bool IsFirstOfItem(string path)
    {
        int item = path.LastIndexOf("[].", StringComparison.Ordinal);
        return item >= 0 && ConfigKeys.All.First(k => k.Path.StartsWith(path[..(item + 3)], StringComparison.Ordinal)).Path == path;
    }

    static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        if (line.Length > 0) yield return line.ToString();
    }
}
