using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>Which settings of librdkafka a config may give: all but those that what is counted depends on.</summary>
static class KafkaSettings
{
    /// <summary>Settings of the client around librdkafka begin so.</summary>
    const string Client = "dotnet.";

    const string Own = "remove it: offsets are committed when what lies before them is safe";

    static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["enable.auto.commit"] = Own,
        ["enable.auto.offset.store"] = Own,
        ["auto.offset.reset"] = "remove it: write start: earliest, latest or a time in the section kafka",
        ["enable.partition.eof"] = "remove it: the end of a partition is no message",
    };

    static readonly (string Name, string Remedy)[] Required =
    [
        ("bootstrap.servers", "add it: host:port of one broker or more, with commas between"),
        ("group.id", "add it: exporters of one group share the messages out among them"),
    ];

    public static readonly MapType<KafkaSetting> Type = new(
        "setting", new KafkaSettingType(), $"every setting of librdkafka but {string.Join(", ", Refused.Keys)}", FaultOf) { WriteNames = WriteNames };

    /// <summary>Looks for what a consumer cannot do without.</summary>
    public static MappingNode Check(MappingNode kafka, ConfigErrors errors)
    {
        if (kafka["config"] is not MappingNode settings) return kafka;
        foreach (var (name, remedy) in Required)
        {
            if (settings[name] is not { } given) errors.Add(NodePath.Of(settings.Path, name), settings.Line, "required setting is missing", remedy);
            else if (given is ScalarNode { Text: var text } && text.Trim(',', ' ').Length == 0) errors.Add(given, "it is empty", remedy.Replace("add it: ", "write ", StringComparison.Ordinal));
        }
        return kafka;
    }

    static void WriteNames(Utf8JsonWriter json)
    {
        json.Schema("propertyNames", name => name.Schema("not", not => not.Schemas(
            "anyOf",
            own => own.Strings("enum", Refused.Keys),
            client => client.Pattern($@"^{Client.Replace(".", @"\.", StringComparison.Ordinal)}"))));
        json.Strings("required", Required.Select(r => r.Name));
    }

    static (string Problem, string Remedy)? FaultOf(string name) =>
        Refused.TryGetValue(name, out string? remedy) ? ("this setting is the exporter's own", remedy)
        : name.StartsWith(Client, StringComparison.Ordinal) ? ("this is no setting of librdkafka", "remove it")
        : null;
}
