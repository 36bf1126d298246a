using System.Text.Json;
using ModelExporter.Configuration.Yaml;
using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration.Keys;

/// <summary>A row of a table of keys: what the reference says of the key, and how it becomes part of a <typeparamref name="T"/>.</summary>
/// <param name="Row">The key itself, with its name as the path.</param>
/// <param name="Below">The keys in its value, with paths from the value on.</param>
/// <param name="Bind">Puts a value into a record; one that is wrong leaves the record as it was.</param>
/// <param name="WriteType">Writes what the type of its value is to JSON Schema.</param>
sealed record Key<T>(ConfigKey Row, IReadOnlyList<ConfigKey> Below, Func<T, ConfigNode, BindContext, T> Bind, Action<Utf8JsonWriter> WriteType)
{
    public string Name => Row.Path;

    /// <summary>The rows of the reference: itself, then the keys in its value.</summary>
    public IEnumerable<ConfigKey> Rows => Below.Select(k => k with { Path = Name + k.Path }).Prepend(Row);

    public static Key<T> Of<V>(string name, KeyType<V> type, string? @default, string help, Func<T, V, T> set) => new(
        new ConfigKey(name, type.Name, @default, type.Range, help),
        type.Below,
        (record, node, context) => type.TryRead(node, context, out var value) ? set(record, value) : record,
        type.WriteSchema);

    public Key<T> Required() => this with { Row = Row with { IsRequired = true } };

    /// <param name="value">As YAML; for a key that has no default, or a default that shows nothing.</param>
    public Key<T> Example(string value) => this with { Row = Row with { Example = value } };

    public Key<T> OnlyFor(TaskKind task) => this with { Row = Row with { OnlyFor = task } };

    public void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("description", $"{Row.Purpose} {Row.Allowed}".TrimEnd());
        WriteType(json);
    }
}
