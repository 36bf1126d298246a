using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys at the top of the file.</summary>
static class RootKeys
{
    const int MaxSources = 1000;
    const int MaxModels = 1000;

    public static readonly IReadOnlyList<Key<ExporterConfig>> All =
    [
        Key<ExporterConfig>.Of("sources", new ListType<SourceConfig>(SourceKeys.Type, 0, MaxSources), "[]",
            "Where records are read from; they can be pushed by HTTP in any case.",
            (c, sources) => c with { Sources = SourceNames.Complete(sources) }),
        Key<ExporterConfig>.Of("http", HttpKeys.Type, null,
            "How pushed records are taken in.",
            (c, http) => c with { Http = http }),
        Key<ExporterConfig>.Of("checkpoint", CheckpointKeys.Type, null,
            "How state is kept over a restart.",
            (c, checkpoint) => c with { Checkpoint = checkpoint }),
        Key<ExporterConfig>.Of("models", new ListType<Engine.Config.ModelConfig>(ModelKeys.Type, 1, MaxModels), null,
            "The models whose records are expected.",
            (c, models) => c with { Models = models }).Required(),
        Key<ExporterConfig>.Of("defaults", ModelKeys.Defaults, "{}",
            "Any key of a model but its name, for every model that does not say otherwise; mappings are merged key by key, "
            + "lists are replaced, and a key for another task is passed over.",
            (c, _) => c),
    ];

    public static readonly RecordType<ExporterConfig> Type = new(new ExporterConfig { Models = [] }, All) { WriteRules = WriteRules };

    /// <summary>The rows of the reference.</summary>
    public static IEnumerable<ConfigKey> Rows => All.SelectMany(k => k.Rows);

    /// <summary>Makes the config of a file's value; what it gives is only good when there are no errors.</summary>
    public static ExporterConfig? Bind(ConfigNode root, BindContext context)
    {
        if (root is MappingNode mapping)
        {
            NameRules.Check(mapping, context.Errors);
            root = Inherit(mapping);
        }
        return Type.TryRead(root, context, out var config) ? config : null;
    }

    /// <summary>A model may leave its task to the section <c>defaults</c>, if it is there.</summary>
    static void WriteRules(Utf8JsonWriter json)
    {
        json.Schema("if", inherited =>
        {
            inherited.Schema("properties", keys => keys.Schema("defaults", defaults =>
            {
                defaults.Types("object");
                defaults.Strings("required", ["task"]);
            }));
            inherited.Strings("required", ["defaults"]);
        });
        json.Schema("else", own => own.Schema("properties", keys => keys.Schema("models", models =>
            models.Schema("items", model => model.Strings("required", ["task"])))));
    }

    /// <summary>Puts the section <c>defaults</c> under every model.</summary>
    static MappingNode Inherit(MappingNode root)
    {
        if (root["defaults"] is not MappingNode defaults || root["models"] is not ListNode models) return root;
        var complete = models.Items.Select(m => m is MappingNode model ? model.Over(defaults) : m);
        return root.With("models", new ListNode(models.Path, models.Line, [.. complete]));
    }
}
