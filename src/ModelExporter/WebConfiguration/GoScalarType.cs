using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration;
using ModelExporter.Configuration.Keys;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.WebConfiguration;

/// <summary>A type of single values as Prometheus' YAML library reads them: nothing written is the zero value of the type.</summary>
/// <param name="name">Such as <c>boolean</c>.</param>
/// <param name="range">Such as <c>true or false</c>.</param>
/// <param name="zero">What nothing written means.</param>
/// <param name="parse">Makes a value of a scalar; false = it is none. What is refused is never repeated in a message: it may be a secret.</param>
sealed class GoScalarType<V>(string name, string range, V zero, GoScalarParser<V> parse) : KeyType<V>(name, range)
{
    /// <summary>Whether nothing written is no value of this type.</summary>
    public bool IsNeeded { get; init; }

    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out V value)
    {
        value = zero;
        if (node is ScalarNode scalar && ((IsNull(scalar) && !IsNeeded) || parse(scalar, out value))) return true;
        context.Errors.Add(node, node is ScalarNode ? $"not a {Name}" : $"{node.Kind} where a {Name} belongs", $"write a {Name}{(Range.Length > 0 ? $": {Range}" : "")}");
        return false;
    }

    public override void WriteSchema(Utf8JsonWriter json) => json.Strings("type", ["string", "number", "boolean", "null"]);

    static bool IsNull(ScalarNode scalar) => scalar is { IsPlain: true, Text: "" or "~" or "null" or "Null" or "NULL" };
}
