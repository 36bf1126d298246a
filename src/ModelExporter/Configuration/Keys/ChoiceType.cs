using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>One of several words.</summary>
/// <param name="what">What is chosen, for messages: <c>statistic</c>.</param>
/// <param name="choices">The words and what they mean.</param>
sealed class ChoiceType<V>(string what, IReadOnlyList<(string Word, V Meaning)> choices)
    : KeyType<V>("choice", string.Join(", ", choices.Select(c => c.Word)))
{
    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out V value)
    {
        if (TryFind(node, out value)) return true;
        string problem = node is ScalarNode scalar ? $"unknown {what} {Quoted.Text(scalar.Text)}" : $"{node.Kind} where a {what} belongs";
        context.Errors.Add(node, problem, $"known: {Range}");
        return false;
    }

    /// <summary>The meaning of a word, without complaint about another one.</summary>
    public bool TryFind(ConfigNode? node, [MaybeNullWhen(false)] out V value)
    {
        foreach (var (word, meaning) in choices)
        {
            if (node is not ScalarNode scalar || scalar.Text != word) continue;
            value = meaning;
            return true;
        }
        value = default;
        return false;
    }

    public override void WriteSchema(Utf8JsonWriter json) => json.Strings("enum", choices.Select(c => c.Word));

    public string WordOf(V meaning) => choices.First(c => EqualityComparer<V>.Default.Equals(c.Meaning, meaning)).Word;
}
