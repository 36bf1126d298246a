using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>A path of files, made absolute from the folder of the config file.</summary>
/// <param name="name"><c>path</c>, <c>glob</c> where several files may be meant, or <c>folder</c>.</param>
sealed class PathType(string name) : KeyType<string>(name, "relative to the config file, or absolute")
{
    const int MaxLength = 4096;

    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not ScalarNode { Text: { Length: > 0 and <= MaxLength } text } || text.Contains('\0', StringComparison.Ordinal))
        {
            string found = node is ScalarNode { IsNull: false } scalar ? Quoted.Text(scalar.Text) : node.Kind;
            context.Errors.Add(node, $"{found} where a {Name} belongs", $"write a {Name}: {Range}");
            return false;
        }
        if (Name != "folder" && Path.EndsInDirectorySeparator(text))
        {
            context.Errors.Add(node, $"{Quoted.Text(text)} names a folder", $"write a {Name} of files: {Range}");
            return false;
        }
        value = Path.GetFullPath(text, context.Folder);
        return true;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.Types(SchemaKeywords.AnyText);
        json.WriteNumber("minLength", 1);
        json.WriteNumber("maxLength", MaxLength);
        if (Name != "folder") json.Pattern("[^/]$");
    }
}
