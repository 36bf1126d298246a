using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Engine.Monitoring;

/// <summary>What decides the form of the parts of a model's state, as texts of a line each: state made under the same shape still fits.</summary>
static class ModelShape
{
    /// <summary>Of all of it.</summary>
    public static string Of(ModelConfig config, BaselineProfile? baseline) => string.Join('\n',
        config.Name,
        OfModel(config, new ClassMap(config, baseline?.Classes ?? [])),
        OfBaseline(config, baseline),
        config.Labels,
        config.Performance.WindowBy,
        string.Join(',', config.Windows));

    /// <summary>Of what the rest refers to: the numbers of the classes and of the versions.</summary>
    public static string OfModel(ModelConfig config, ClassMap classes) => string.Join('\n',
        $"task: {config.Task}",
        $"classes: [{string.Join(", ", classes.Given)}], at most {classes.Capacity}",
        $"score_threshold: {FormattableString.Invariant($"{config.ScoreThreshold:R}")}",
        $"clock: {config.Clock}",
        $"limits.versions: {config.Limits.Versions}");

    /// <summary>Of what is learnt, and of what lies in its bins.</summary>
    public static string OfBaseline(ModelConfig config, BaselineProfile? given) => string.Join('\n',
        $"baseline: {(given is null ? "learnt" : given.Hash)}",
        $"baseline.first: {config.Baseline.First}",
        $"baseline.span: {config.Baseline.Span}",
        $"features: {string.Join(", ", config.Features.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"))}",
        $"ignored features: {string.Join(", ", config.IgnoredFeatures.Order(StringComparer.Ordinal))}",
        $"limits.features: {config.Limits.Features}",
        $"limits.categories: {config.Limits.Categories}");

    /// <summary>Of the joined pairs: where no file says how well the model performed, they are what that is learnt from.</summary>
    public static string OfOutcomes(ModelConfig config, BaselineProfile? given) =>
        given is { Labels: > 0 } ? "baseline of performance: given" : $"baseline of performance: learnt\n{OfBaseline(config, given)}";
}
