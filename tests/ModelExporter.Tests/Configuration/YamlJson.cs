using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelExporter.Tests.Configuration;

/// <summary>YAML as JSON, as an editor reads it: plain scalars have the types that YAML 1.2 gives them.</summary>
static partial class YamlJson
{
    public static string Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Count == 0 ? "null" : Of(stream.Documents[0].RootNode)?.ToJsonString() ?? "null";
    }

    static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value ?? "", Of(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Of)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Resolved(plain.Value ?? ""),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    static JsonNode? Resolved(string plain) => plain switch
    {
        "" or "~" or "null" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when Number().IsMatch(plain) => JsonNode.Parse(Normal(plain)),
        _ => plain,
    };

    /// <summary>JSON has no sign, no zeros and no bare point before a number.</summary>
    static string Normal(string number)
    {
        string sign = number.StartsWith('-') ? "-" : "";
        string digits = number.TrimStart('+', '-').TrimStart('0');
        if (digits.Length == 0 || !char.IsAsciiDigit(digits[0])) digits = "0" + digits;
        return sign + digits.Replace(".e", ".0e", StringComparison.OrdinalIgnoreCase) + (digits.EndsWith('.') ? "0" : "");
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
