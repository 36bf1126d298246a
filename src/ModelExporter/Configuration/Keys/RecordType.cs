using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>A mapping with known keys, which becomes an immutable record.</summary>
sealed class RecordType<T> : KeyType<T>
{
    readonly T _start;
    readonly IReadOnlyList<Key<T>> _keys;

    /// <param name="start">The record that an empty mapping gives.</param>
    /// <param name="keys">The table of its keys.</param>
    public RecordType(T start, IReadOnlyList<Key<T>> keys) : base("mapping", "")
    {
        (_start, _keys) = (start, keys);
        Below = [.. keys.SelectMany(k => k.Rows).Select(k => k with { Path = "." + k.Path })];
    }

    /// <summary>Holds keys against each other, before they are read one by one; returns the mapping that counts.</summary>
    public Func<MappingNode, ConfigErrors, MappingNode> Check { get; init; } = (mapping, _) => mapping;

    /// <summary>Writes to JSON Schema what <see cref="Check"/> holds and it can tell.</summary>
    public Action<Utf8JsonWriter> WriteRules { get; init; } = _ => { };

    /// <summary>Whether a required key may be said elsewhere, so that JSON Schema cannot ask for it here.</summary>
    public Func<Key<T>, bool> IsInheritable { get; init; } = _ => false;

    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out T value)
    {
        value = _start;
        var mapping = node is ScalarNode { IsNull: true } ? new MappingNode(node.Path, node.Line, []) : node as MappingNode;
        if (mapping is null)
        {
            context.Errors.Add(node, $"{node.Kind} where a mapping belongs", $"write \"key: value\" lines with keys of: {KnownKeys}");
            return false;
        }
        foreach (var entry in mapping.Entries.Where(e => _keys.All(k => k.Name != e.Key)))
        {
            string remedy = Suggestion.For(entry.Key, _keys.Select(k => k.Name));
            context.Errors.Add(entry.Path, entry.Line, $"unknown key {Quoted.Text(entry.Key)}", remedy);
        }
        mapping = Check(mapping, context.Errors);
        foreach (var key in _keys)
        {
            if (mapping[key.Name] is { } given) value = key.Bind(value, given, context);
            else if (key.Row.IsRequired)
                context.Errors.Add(NodePath.Of(node.Path, key.Name), node.Line, "required key is missing", $"add it: {key.Row.Help}");
        }
        return true;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        string[] required = [.. _keys.Where(k => k.Row.IsRequired && !IsInheritable(k)).Select(k => k.Name)];
        if (required.Length > 0) json.Types("object");
        else json.Types("object", "null");
        json.Schema("properties", properties =>
        {
            foreach (var key in _keys) properties.Schema(key.Name, key.WriteSchema);
        });
        json.WriteBoolean("additionalProperties", false);
        if (required.Length > 0) json.Strings("required", required);
        WriteRules(json);
    }

    string KnownKeys => string.Join(", ", _keys.Select(k => k.Name));
}
