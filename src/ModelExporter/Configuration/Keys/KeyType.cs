using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>A type of values: how the reference and messages name it, and how a value is read.</summary>
/// <param name="name">Such as <c>duration</c>.</param>
/// <param name="range">Such as <c>1m to 400d</c>; empty = every value of the type.</param>
abstract class KeyType<V>(string name, string range)
{
    public string Name { get; } = name;

    public string Range { get; } = range;

    /// <summary>The keys in such a value, with paths from the value on: <c>.threshold</c>, <c>[].name</c>.</summary>
    public IReadOnlyList<ConfigKey> Below { get; init; } = [];

    /// <summary>Reads a value; false = it is wrong, and the errors say why.</summary>
    public abstract bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out V value);

    /// <summary>Writes the keywords of JSON Schema that such values keep to; they refuse no value that is taken, but cannot tell everything.</summary>
    public abstract void WriteSchema(Utf8JsonWriter json);
}
