using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>The value of a librdkafka setting, or the file or environment variable that holds it. What is wrong with one is told without its text: it may be a secret.</summary>
sealed class KafkaSettingType() : KeyType<KafkaSetting>("text, {file: path} or {env: NAME}", "")
{
    static readonly PathType Path = new("path");

    public override bool TryRead(ConfigNode node, BindContext context, [MaybeNullWhen(false)] out KafkaSetting value)
    {
        value = node switch
        {
            ScalarNode { IsNull: false } scalar => new KafkaSetting(scalar.Text, null, null),
            MappingNode { Entries: [{ Key: "file" } file] } when Path.TryRead(file.Value, context, out string? path) => new KafkaSetting(null, path, null),
            MappingNode { Entries: [{ Key: "env", Value: ScalarNode { Text.Length: > 0 } name }] } => new KafkaSetting(null, null, name.Text),
            _ => null,
        };
        if (value is null) context.Errors.Add(node, $"{node.Kind} that is no value", $"write {Name}");
        return value is not null;
    }

    public override void WriteSchema(Utf8JsonWriter json) => json.Schemas(
        "anyOf",
        text => text.Types(SchemaKeywords.AnyText),
        reference =>
        {
            reference.Types("object");
            reference.Schema("properties", keys =>
            {
                keys.Schema("file", Path.WriteSchema);
                keys.Schema("env", name =>
                {
                    name.Types("string");
                    name.WriteNumber("minLength", 1);
                });
            });
            reference.WriteBoolean("additionalProperties", false);
            reference.ExactlyOne("file", "env");
        });
}
