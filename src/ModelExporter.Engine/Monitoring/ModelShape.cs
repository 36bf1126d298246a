using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;

namespace ModelExporter.Engine.Monitoring;

/// <summary>What decides the form of a model's state, as one text: state made under the same shape still fits.</summary>
static class ModelShape
{
    public static string Of(ModelConfig config, BaselineProfile? baseline) => string.Join('\n',
        config.Name,
        config.Task,
        config.PositiveLabel,
        config.NegativeLabel,
        config.ScoreThreshold,
        string.Join(',', config.Classes),
        string.Join(',', config.Features.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")),
        string.Join(',', config.IgnoredFeatures.Order(StringComparer.Ordinal)),
        string.Join(',', config.Windows),
        config.Clock,
        config.Baseline,
        config.Labels,
        config.Performance.WindowBy,
        config.Limits,
        baseline?.Hash);
}
