namespace ModelExporter.Configuration.Yaml;

/// <summary>Writes the path of a value as a reader writes it: <c>models[0].drift.statistic</c>.</summary>
static class NodePath
{
    const int MaxPlain = 64;

    public static string Of(string parent, string key)
    {
        bool isPlain = key.Length is > 0 and <= MaxPlain && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
        string name = isPlain ? key : Quoted.Text(key);
        return parent.Length == 0 ? name : $"{parent}.{name}";
    }

    public static string Of(string parent, int index) => $"{parent}[{index}]";
}
