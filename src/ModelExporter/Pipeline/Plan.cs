using ModelExporter.Configuration;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;
using ModelExporter.Sources.Kafka;

namespace ModelExporter.Pipeline;

/// <summary>A valid config with everything it refers to: what a pipeline is built from. Immutable.</summary>
/// <param name="Config">The config.</param>
/// <param name="Baselines">The baseline of each model, in the order of the models; null = it is learnt.</param>
public sealed record Plan(ExporterConfig Config, IReadOnlyList<BaselineProfile?> Baselines)
{
    /// <summary>What was assumed because no config says it, a line each; empty where there is a config.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>The config as YAML: its file, or what would say the same.</summary>
    public string Yaml { get; init; } = "";

    /// <summary>How many names its models and sources have; pushes are a source too.</summary>
    public int Names => Config.Models.Count + Config.Sources.Count + 1;

    /// <summary>A router for a source: it knows the models, and gives the features that they watch their slots first.</summary>
    public RecordRouter NewRouter(string? defaultModel, long seed) => new([.. Config.Models.Select(m => m.Name)], defaultModel, KnownFeatures, seed, CategoricalFeatures);

    IEnumerable<string> KnownFeatures => Types.Select(f => f.Name).Distinct();

    // A feature that another model takes for a number stays one.
    IEnumerable<string> CategoricalFeatures => Types.GroupBy(f => f.Name).Where(f => f.All(t => t.Type == FeatureType.Categorical)).Select(f => f.Key);

    IEnumerable<(string Name, FeatureType Type)> Types => Baselines.SelectMany(b => b?.Features ?? []).Select(f => (f.Name, f.Type))
        .Concat(Config.Models.SelectMany(m => m.Features).Select(f => (f.Key, f.Value)));

    /// <summary>Reads the baselines that a config names.</summary>
    /// <param name="config">The config.</param>
    /// <param name="lines">The line of each of its keys.</param>
    /// <param name="errors">Told what is wrong; then there is no plan.</param>
    public static Plan? Make(ExporterConfig config, IReadOnlyDictionary<string, int> lines, ICollection<ConfigError> errors)
    {
        var baselines = new BaselineProfile?[config.Models.Count];
        for (int i = 0; i < baselines.Length; i++)
        {
            if (config.Models[i].Baseline.File is not { } file) continue;
            string path = $"models[{i}].baseline.file";
            int line = lines.TryGetValue(path, out int own) ? own : lines.GetValueOrDefault("defaults.baseline.file");
            baselines[i] = Read(file, (problem, remedy) => errors.Add(new ConfigError(path, line, problem, remedy)));
            if (baselines[i] is not { } baseline) continue;
            foreach (string problem in BaselineFit.Problems(config.Models[i], baseline))
                errors.Add(new ConfigError(path, line, problem, "give the baseline of this model, or leave the key out to learn one"));
        }
        CheckClients(config, lines, errors);
        return errors.Count == 0 ? new Plan(config, baselines) : null;
    }

    /// <summary>Lets the Kafka client look at its settings: it knows them best.</summary>
    static void CheckClients(ExporterConfig config, IReadOnlyDictionary<string, int> lines, ICollection<ConfigError> errors)
    {
        foreach (var (i, source) in config.Sources.Index())
        {
            if (source.Kafka is not { } kafka || KafkaClientConfig.Problem(kafka) is not { } problem) continue;
            string section = $"sources[{i}].kafka.config";
            // It names the setting in quotation marks, if it is about one.
            string path = kafka.Config.Keys.Where(k => problem.Contains($"\"{k}\"", StringComparison.Ordinal)).Select(k => $"{section}.{k}").FirstOrDefault(section);
            errors.Add(new ConfigError(path, lines.GetValueOrDefault(path), problem.TrimEnd('.'), "see librdkafka's CONFIGURATION.md for the settings and their values"));
        }
    }

    static BaselineProfile? Read(string file, Action<string, string> refuse)
    {
        try
        {
            return BaselineJson.Read(File.ReadAllBytes(file));
        }
        catch (FormatException e)
        {
            refuse($"{file}: {e.Message}", "give a baseline file of this release");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refuse($"cannot read {file}: {e.Message}", "check the path, which is relative to the config file, and its permissions");
        }
        return null;
    }
}
