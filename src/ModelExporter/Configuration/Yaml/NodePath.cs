namespace ModelExporter.Configuration.Yaml;

/// <summary>Writes the path of a value as a reader writes it: <c>models[0].drift.statistic</c>.</summary>
static class NodePath
{
    public static string Of(string parent, string key)
    {
        string name = key.Length is > 0 and <= 64 && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') ? key : Quoted.Text(key);
        return parent.Length == 0 ? name : $"{parent}.{name}";
    }

    public static string Of(string parent, int index) => $"{parent}[{index}]";
}
