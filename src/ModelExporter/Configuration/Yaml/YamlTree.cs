using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModelExporter.Configuration.Yaml;

/// <summary>
/// Reads YAML into nodes that know their path and line. It works on YamlDotNet's events and not on its documents,
/// because those end at the first duplicate key, nest as deep as the stack allows and need reflection to bind.
/// </summary>
sealed class YamlTree
{
    const int MaxDepth = 32;

    /// <summary>More than a thousand models of hundreds of features; less than nested aliases can make of a few lines.</summary>
    const long MaxWeight = 1_000_000;

    const string MergeKey = "<<";

    readonly Scanner _scanner;
    readonly Parser _parser;
    readonly ConfigErrors _errors;
    readonly Dictionary<AnchorName, ConfigNode> _anchors = [];
    readonly bool _isForeign;

    YamlTree(string text, ConfigErrors errors, bool isForeign)
    {
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
        _errors = errors;
        _isForeign = isForeign;
    }

    /// <summary>The value of the file's only document; null = it holds none, or it is not YAML, which is then among the errors.</summary>
    public static ConfigNode? Read(string text, ConfigErrors errors) => new YamlTree(text, errors, isForeign: false).Read();

    /// <summary>The value of the first document, in a format of others: tags and what follows the document do not matter there.</summary>
    public static ConfigNode? ReadFirst(string text, ConfigErrors errors) => new YamlTree(text, errors, isForeign: true).Read();

    ConfigNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException malformed)
        {
            Refuse(malformed.Start, malformed.Message);
        }
        catch (InvalidOperationException)
        {
            // How the scanner gives up on some plain text, such as the rest of a line after an open bracket (YamlDotNet issue 541).
            Refuse(_scanner.CurrentPosition, "a bracket or a quotation mark may be open");
        }
        return null;
    }

    /// <summary>Nothing after this place can be read, and what came before may be read wrongly: this is the one thing to mend.</summary>
    void Refuse(in Mark at, string problem)
    {
        _errors.Clear();
        _errors.Add("", LineOf(at), $"not valid YAML: {Quoted.Line(problem)}", "mend it here or in the lines around it");
    }

    ConfigNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _)) return null;
        var root = ReadNode("", null, 0);
        if (_isForeign) return root;
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _errors.Add("", LineOf(second.Start), "a second document begins", "keep one document in a file");
        return root;
    }

    /// <summary>Reads a value. A list or a mapping that a key holds counts as being on the line of the key, where a reader looks.</summary>
    ConfigNode ReadNode(string path, int? keyLine, int depth)
    {
        var start = _parser.Require<ParsingEvent>().Start;
        int line = LineOf(start);
        if (depth > MaxDepth) throw new SemanticErrorException(start, start, $"nested deeper than {MaxDepth}");
        if (_parser.TryConsume<AnchorAlias>(out var alias)) return Follow(alias, path, line);

        var node = _parser.Require<NodeEvent>();
        if (!node.Tag.IsEmpty && !_isForeign)
            _errors.Add(path, line, $"tag {Quoted.Text(node.Tag.ToString())}", "remove it: values are read by what their key expects");
        ConfigNode read = node switch
        {
            SequenceStart => ReadList(path, keyLine ?? line, depth),
            MappingStart => ReadMapping(path, keyLine ?? line, depth),
            _ => ReadScalar(path, line),
        };
        if (read.Weight > MaxWeight) throw new SemanticErrorException(start, start, $"more than {MaxWeight} values");
        if (!node.Anchor.IsEmpty) _anchors[node.Anchor] = read;
        return read;
    }

    ScalarNode ReadScalar(string path, int line)
    {
        var scalar = _parser.Consume<Scalar>();
        return new ScalarNode(path, line, scalar.Value, scalar.Style == ScalarStyle.Plain) { Start = (int)scalar.Start.Index, End = (int)scalar.End.Index };
    }

    ListNode ReadList(string path, int line, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<ConfigNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(NodePath.Of(path, items.Count), null, depth + 1));
        return new ListNode(path, line, items);
    }

    MappingNode ReadMapping(string path, int line, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<MappingEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var merged = new List<MappingNode>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(path, null, depth + 1);
            string name = key is ScalarNode scalar ? scalar.Text : "";
            string valuePath = NodePath.Of(path, name);
            var value = ReadNode(valuePath, key.Line, depth + 1);
            if (key is not ScalarNode) _errors.Add(path, key.Line, $"{key.Kind} as a key", "keys are plain text");
            else if (name == MergeKey) Merge(value, merged);
            else if (lines.TryAdd(name, key.Line)) entries.Add(new MappingEntry(name, valuePath, key.Line, value));
            else RefuseTwin(name, valuePath, key.Line, lines[name]);
        }
        return merged.Aggregate(new MappingNode(path, line, entries), (own, other) => own.And(other));
    }

    void RefuseTwin(string key, string path, int line, int first) =>
        _errors.Add(path, line, $"key {Quoted.Text(key)} is there twice", $"keep one; the first is on line {first}");

    void Merge(ConfigNode value, List<MappingNode> merged)
    {
        foreach (var part in value is ListNode list ? list.Items : [value])
        {
            if (part is MappingNode mapping) merged.Add(mapping);
            else _errors.Add(part, $"{MergeKey} merges {part.Kind}", $"give it a mapping or a list of mappings, such as {MergeKey}: *base");
        }
    }

    ConfigNode Follow(AnchorAlias alias, string path, int line)
    {
        if (_anchors.TryGetValue(alias.Value, out var node)) return node;
        string name = Quoted.Line(alias.Value.Value);
        _errors.Add(path, line, $"alias *{name} has no anchor", $"write &{name} before the value it stands for, above this line");
        return new ScalarNode(path, line, "", isPlain: true);
    }

    static int LineOf(in Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);
}
