using System.Diagnostics.CodeAnalysis;
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

    string KnownKeys => string.Join(", ", _keys.Select(k => k.Name));
}
