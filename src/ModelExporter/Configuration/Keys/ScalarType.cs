using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>A type of single values.</summary>
/// <param name="name">Such as <c>duration</c>.</param>
/// <param name="range">Such as <c>1m to 400d</c>.</param>
/// <param name="examples">How values are written, for the remedy: <c>such as 30s or 7d</c>; may be empty.</param>
/// <param name="parse">Makes a value of text; false = it is none.</param>
/// <param name="isAllowed">Whether a value is in the range.</param>
sealed class ScalarType<V>(string name, string range, string examples, ScalarParser<V> parse, Func<V, bool> isAllowed)
    : KeyType<V>(name, range)
{
    string Remedy => $"write a {Name}{(Range.Length > 0 ? $": {Range}" : "")}{(examples.Length > 0 ? $", {examples}" : "")}";

    public required Action<Utf8JsonWriter> Schema { get; init; }

    public override void WriteSchema(Utf8JsonWriter json) => Schema(json);

    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out V value)
    {
        value = default;
        string? problem = node switch
        {
            not ScalarNode => $"{node.Kind} where a {Name} belongs",
            ScalarNode scalar when !parse(scalar.Text, out value) => $"{Quoted.Text(scalar.Text)} is not a {Name}",
            ScalarNode scalar when !isAllowed(value) => $"{Quoted.Text(scalar.Text)} is out of range",
            _ => null,
        };
        if (problem is not null) context.Errors.Add(node, problem, Remedy);
        return problem is null;
    }
}
