using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>Holds the names of a file against each other: unique ones, and ones that are referred to.</summary>
static class NameRules
{
    public static void Check(MappingNode root, ConfigErrors errors)
    {
        var models = NamesIn(root["models"], []);
        var sources = NamesIn(root["sources"], [.. SourceNames.Usual(ItemsOf(root["sources"]).Select(s => s is MappingNode source && source["kafka"] is not null))]);
        RefuseTwins(models, errors);
        RefuseTwins(sources, errors);

        var known = models.Select(m => m.Name).ToList();
        foreach (var item in ItemsOf(root["sources"]))
        {
            if (item is MappingNode source && source["model"] is ScalarNode { Text.Length: > 0 } model && !known.Contains(model.Text))
                errors.Add(model, $"unknown model {Quoted.Text(model.Text)}", Suggestion.For(model.Text, known));
        }
    }

    /// <summary>The name of each item and the place where it is said; an item without a name has the usual one, if there is one.</summary>
    static List<(string Name, ConfigNode At)> NamesIn(ConfigNode? list, string[] usual)
    {
        var names = new List<(string, ConfigNode)>();
        foreach (var (index, item) in ItemsOf(list).Index())
        {
            if (item is not MappingNode mapping) continue;
            if (mapping["name"] is ScalarNode { Text.Length: > 0 } name) names.Add((name.Text, name));
            else if (mapping["name"] is null && index < usual.Length) names.Add((usual[index], mapping));
        }
        return names;
    }

    static void RefuseTwins(List<(string Name, ConfigNode At)> names, ConfigErrors errors)
    {
        var first = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        foreach (var (name, at) in names)
        {
            if (first.TryAdd(name, at)) continue;
            errors.Add(at, $"name {Quoted.Text(name)} is there twice", $"give it another name; the first is on line {first[name].Line}");
        }
    }

    static IReadOnlyList<ConfigNode> ItemsOf(ConfigNode? list) => list is ListNode { Items: var items } ? items : [];
}
