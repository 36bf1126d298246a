using ModelExporter.Configuration;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Records;

namespace ModelExporter.Pipeline;

/// <summary>A valid config with everything it refers to: what a pipeline is built from. Immutable.</summary>
/// <param name="Config">The config.</param>
/// <param name="Baselines">The baseline of each model, in the order of the models; null = it is learnt.</param>
public sealed record Plan(ExporterConfig Config, IReadOnlyList<BaselineProfile?> Baselines)
{
    /// <summary>A router for a source: it knows the models, and gives the features that they watch their slots first.</summary>
    public RecordRouter NewRouter(string? defaultModel, long seed) => new([.. Config.Models.Select(m => m.Name)], defaultModel, KnownFeatures, seed);

    IEnumerable<string> KnownFeatures => Baselines.SelectMany(b => b?.Features ?? []).Select(f => f.Name)
        .Concat(Config.Models.SelectMany(m => m.Features.Keys))
        .Distinct();

    /// <summary>Reads the baselines that a config names.</summary>
    public static Plan? Make(ExporterConfig config, ICollection<ConfigError> errors)
    {
        var baselines = new List<BaselineProfile?>();
        for (int i = 0; i < config.Models.Count; i++)
        {
            var model = config.Models[i];
            if (model.Baseline.File is not { } file)
            {
                baselines.Add(null);
                continue;
            }
            try
            {
                var baseline = BaselineJson.Read(File.ReadAllBytes(file));
                baselines.Add(baseline);
                foreach (string problem in BaselineFit.Problems(model, baseline))
                    errors.Add(new ConfigError($"models[{i}].baseline.file", 0, problem, "give the baseline of this model, or leave the key out to learn one"));
            }
            catch (FormatException e)
            {
                errors.Add(new ConfigError($"models[{i}].baseline.file", 0, $"{file}: {e.Message}", "give a baseline file of this release"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.Add(new ConfigError($"models[{i}].baseline.file", 0, $"cannot read {file}: {e.Message}", "check the path, which is relative to the config file, and its permissions"));
            }
        }
        return errors.Count == 0 ? new Plan(config, baselines) : null;
    }
}
