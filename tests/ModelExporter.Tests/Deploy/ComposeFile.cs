using System.Text.Json.Nodes;
using ModelExporter.Tests.Configuration;

namespace ModelExporter.Tests.Deploy;

/// <summary>The demo of several containers, as it is written.</summary>
static class ComposeFile
{
    public static readonly string Folder = Repository.PathOf("deploy", "compose");

    public static readonly JsonObject Services = JsonNode.Parse(YamlJson.Of(Read("compose.yml")))!["services"]!.AsObject();

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>What a service is told, with the defaults of the variables.</summary>
    public static string[] Command(string service) =>
        [.. Services[service]!["command"]!.AsArray().Select(word => word!.GetValue<string>().Replace("${SPEED:-300}", "300", StringComparison.Ordinal))];

    /// <summary>The files and folders that services see, where they lie and where they are seen.</summary>
    public static IEnumerable<(string Service, string Source, string Target)> Mounts =>
        from service in Services
        from mount in service.Value!["volumes"]?.AsArray() ?? []
        let parts = mount.GetValue<string>().Split(':')
        where parts[0].StartsWith('.')
        select (service.Key, Path.GetFullPath(parts[0], Folder), parts[1]);
}
