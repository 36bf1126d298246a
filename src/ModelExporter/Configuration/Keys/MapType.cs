using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>A mapping whose keys are the user's names, and whose values are of one type.</summary>
/// <param name="of">What the names are of, for the reference: <c>feature</c>.</param>
/// <param name="value">The type of the values.</param>
/// <param name="range">Which names or values are allowed.</param>
/// <param name="faultOf">What is wrong with a name, and the remedy; null = nothing.</param>
sealed class MapType<V>(string of, KeyType<V> value, string range, Func<string, (string Problem, string Remedy)?> faultOf)
    : KeyType<IReadOnlyDictionary<string, V>>($"mapping of {of} to {value.Name}", range)
{
    /// <summary>Writes which names are allowed to JSON Schema.</summary>
    public required Action<Utf8JsonWriter> WriteNames { get; init; }

    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, V> map)
    {
        map = null;
        if (node is not MappingNode && node is not ScalarNode { IsNull: true })
        {
            context.Errors.Add(node, $"{node.Kind} where a mapping belongs", $"write \"{of}: {value.Name}\" lines; {Range}");
            return false;
        }
        var read = new Dictionary<string, V>(StringComparer.Ordinal);
        foreach (var entry in node is MappingNode mapping ? mapping.Entries : [])
        {
            if (faultOf(entry.Key) is { } fault) context.Errors.Add(entry.Path, entry.Line, fault.Problem, fault.Remedy);
            else if (value.TryRead(entry.Value, context, out var item)) read.Add(entry.Key, item);
        }
        map = read;
        return true;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.Types("object", "null");
        WriteNames(json);
        json.Schema("additionalProperties", value.WriteSchema);
    }
}
