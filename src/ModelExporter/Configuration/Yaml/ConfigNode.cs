namespace ModelExporter.Configuration.Yaml;

/// <summary>A value of the file, with the path and the line at which it is written.</summary>
abstract class ConfigNode(string path, int line)
{
    /// <summary>Where it is written; a value that an alias or a default brought elsewhere keeps the path of its text.</summary>
    public string Path { get; } = path;

    public int Line { get; } = line;

    /// <summary>What it is, for messages: <c>text</c>, <c>a list</c>, <c>a mapping</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>How many values it is made of, each as often as aliases repeat it.</summary>
    public abstract long Weight { get; }
}
