namespace ModelExporter.Configuration.Yaml;

/// <summary>A single value: its text as it is written, whatever YAML would make of it.</summary>
sealed class ScalarNode(string path, int line, string text, bool isPlain) : ConfigNode(path, line)
{
    public string Text { get; } = text;

    /// <summary>Whether it stands without quotation marks.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Whether nothing is written: a key whose list or mapping was commented out.</summary>
    public bool IsNull { get; } = isPlain && text is "" or "~" or "null";

    /// <summary>Where in the text it stands, with its quotation marks.</summary>
    public int Start { get; init; }

    public int End { get; init; }

    public override string Kind => IsNull ? "nothing" : "text";

    public override long Weight => 1;
}
