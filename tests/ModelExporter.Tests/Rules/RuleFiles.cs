using YamlDotNet.RepresentationModel;

namespace ModelExporter.Tests.Rules;

/// <summary>The rules as they are shipped.</summary>
static class RuleFiles
{
    public static readonly string Folder = Repository.PathOf("prometheus-rules");

    public static readonly IReadOnlyList<string> Paths = [.. Directory.GetFiles(Folder, "*.yml").Order(StringComparer.Ordinal)];

    public static readonly IReadOnlyList<Rule> All = [.. Paths.SelectMany(Read)];

    public static IEnumerable<Rule> Alerts => All.Where(r => r.IsAlert);

    public static IEnumerable<Rule> Recordings => All.Where(r => !r.IsAlert);

    /// <summary>The unit test of an alert.</summary>
    public static string TestOf(Rule alert) => Path.Combine(Folder, "tests", $"{alert.Name}.test.yml");

    public static string RunbookOf(Rule alert) => Repository.PathOf("docs", "runbooks", $"{alert.Name}.md");

    public static YamlMappingNode Load(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    static IEnumerable<Rule> Read(string path) =>
        from YamlMappingNode @group in (YamlSequenceNode)Load(path)["groups"]
        from YamlMappingNode rule in (YamlSequenceNode)@group["rules"]
        select Of(Path.GetFileName(path), Text(@group, "name")!, rule);

    static Rule Of(string file, string group, YamlMappingNode rule) =>
        new(file, group, Text(rule, "alert") ?? Text(rule, "record")!, Text(rule, "alert") is not null, Text(rule, "expr")!)
        {
            For = Text(rule, "for"),
            KeepFiringFor = Text(rule, "keep_firing_for"),
            Labels = Texts(rule, "labels"),
            Annotations = Texts(rule, "annotations"),
        };

    static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    static Dictionary<string, string> Texts(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value)
        ? ((YamlMappingNode)value).Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => ((YamlScalarNode)c.Value).Value!)
        : [];
}
