using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>A list whose items are of one type; of single values no two are alike, unless it allows that.</summary>
sealed class ListType<V> : KeyType<IReadOnlyList<V>> where V : notnull
{
    readonly KeyType<V> _item;
    readonly int _min;
    readonly int _max;

    public ListType(KeyType<V> item, int min, int max)
        : base($"list of {item.Name}s", $"{min} to {max} items" + (item.Range.Length > 0 ? $", each {item.Range}" : ""))
    {
        (_item, _min, _max) = (item, min, max);
        Below = [.. item.Below.Select(k => k with { Path = "[]" + k.Path })];
    }

    /// <summary>Whether an item may be there twice.</summary>
    public bool AllowsTwins { get; init; }

    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out IReadOnlyList<V> value)
    {
        value = null;
        if (node is not ListNode && node is not ScalarNode { IsNull: true })
        {
            context.Errors.Add(node, $"{node.Kind} where a list belongs", "write [a, b], or a line \"- a\" for each item");
            return false;
        }
        var nodes = node is ListNode list ? list.Items : [];
        if (nodes.Count < _min || nodes.Count > _max)
            context.Errors.Add(node, $"{nodes.Count} items in the list", $"write {_min} to {_max}");
        var items = new List<V>();
        var seen = new Dictionary<V, int>();
        foreach (var item in nodes)
        {
            if (!_item.TryRead(item, context, out var read)) continue;
            items.Add(read);
            if (!AllowsTwins && item is ScalarNode && !seen.TryAdd(read, item.Line))
                context.Errors.Add(item, "the same as an item before it", $"keep one; the first is on line {seen[read]}");
        }
        value = items;
        return true;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        if (_min == 0) json.Types("array", "null");
        else json.Types("array");
        json.WriteNumber("minItems", _min);
        json.WriteNumber("maxItems", _max);
        json.Schema("items", _item.WriteSchema);
    }
}
