using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>A place in a partition: <c>earliest</c>, <c>latest</c> or a time.</summary>
sealed class KafkaStartType() : KeyType<KafkaStart>("start", "earliest, latest, or an RFC 3339 time")
{
    static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"];

    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out KafkaStart value)
    {
        string text = node is ScalarNode scalar ? scalar.Text : "";
        value = text switch
        {
            "earliest" => KafkaStart.Earliest,
            "latest" => KafkaStart.Latest,
            _ when HasOffset(text) && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => new KafkaStart(false, time),
            _ => null,
        };
        if (value is null)
        {
            string problem = node is ScalarNode ? $"{Quoted.Text(text)} is not a start" : $"{node.Kind} where a start belongs";
            context.Errors.Add(node, problem, $"write {Range}, such as 2026-11-23T10:00:00Z");
        }
        return value is not null;
    }

    public override void WriteSchema(Utf8JsonWriter json) => json.Schemas(
        "anyOf",
        word => word.Strings("enum", ["earliest", "latest"]),
        time =>
        {
            time.Types("string");
            time.Pattern(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})$");
        });

    /// <summary>A time without an offset would be one of this machine's zone.</summary>
    static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
}
