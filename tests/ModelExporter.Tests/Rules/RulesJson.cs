using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace ModelExporter.Tests.Rules;

/// <summary>All rule files as one JSON document: jsonnet reads no YAML that has text over several lines.</summary>
static class RulesJson
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text() => new JsonObject
    {
        ["groups"] = new JsonArray([.. RuleFiles.Paths.SelectMany(p => (YamlSequenceNode)RuleFiles.Load(p)["groups"]).Select(Of)]),
    }.ToJsonString(Readable) + "\n";

    static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Of(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Of)]),
        _ => ((YamlScalarNode)node).Value,
    };
}
