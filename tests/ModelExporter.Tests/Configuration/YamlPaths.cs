using YamlDotNet.RepresentationModel;

namespace ModelExporter.Tests.Configuration;

/// <summary>The keys that a config has, by the paths that the table of keys gives them.</summary>
static class YamlPaths
{
    public static HashSet<string> Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var paths = new HashSet<string>();
        Collect(stream.Documents[0].RootNode, "", paths);
        return paths;
    }

    static void Collect(YamlNode node, string path, HashSet<string> paths)
    {
        // What is below these is the user's words, or is listed under the model.
        if (path is "models[].features" or "models[].performance.thresholds" or "sources[].kafka.config" or "defaults") return;
        if (node is YamlSequenceNode list)
        {
            foreach (var item in list.OfType<YamlMappingNode>()) Collect(item, $"{path}[]", paths);
        }
        if (node is not YamlMappingNode mapping) return;
        foreach (var (key, value) in mapping)
        {
            string child = path.Length == 0 ? $"{key}" : $"{path}.{key}";
            paths.Add(child);
            Collect(value, child, paths);
        }
    }
}
