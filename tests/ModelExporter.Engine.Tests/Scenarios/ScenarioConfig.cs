using System.Globalization;
using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Drift;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Tests.Scenarios;

/// <summary>A model's config from the <c>key=value</c> words of a scenario's first line.</summary>
static class ScenarioConfig
{
    public static ModelConfig Of(IEnumerable<string> words)
    {
        var config = new ModelConfig { Name = "m", Task = TaskKind.Binary, Windows = [Window("5m")] };
        foreach (string word in words)
        {
            var (key, value) = ScenarioLine.Pair(word);
            config = With(config, key, value);
        }
        return config;
    }

    static ModelConfig With(ModelConfig config, string key, string value) => key switch
    {
        "task" => config with { Task = Enum.Parse<TaskKind>(value, ignoreCase: true) },
        "positive" => config with { PositiveLabel = value },
        "negative" => config with { NegativeLabel = value },
        "score_threshold" => config with { ScoreThreshold = Number(value) },
        "classes" => config with { Classes = value.Split(',') },
        "features" => config with { Features = value.Split(',').Select(f => f.Split(':')).ToDictionary(f => f[0], f => Enum.Parse<FeatureType>(f[1], ignoreCase: true)) },
        "windows" => config with { Windows = [.. value.Split(',').Select(Window)] },
        "clock" => config with { Clock = Enum.Parse<ClockKind>(value, ignoreCase: true) },
        "baseline_first" => config with { Baseline = new BaselineConfig(First: Whole(value)) },
        "baseline_span" => config with { Baseline = new BaselineConfig(Span: TimeSpan.FromMicroseconds(ScenarioLine.Duration(value))) },
        "ignored" => config with { IgnoredFeatures = value.Split(',').ToHashSet() },
        "horizon" => config with { Labels = config.Labels with { Horizon = TimeSpan.FromMicroseconds(ScenarioLine.Duration(value)) } },
        "max_pending" => config with { Labels = config.Labels with { MaxPending = Whole(value) } },
        "window_by" => config with { Performance = config.Performance with { WindowBy = Enum.Parse<WindowBy>(value, ignoreCase: true) } },
        "drift" => config with { Drift = config.Drift with { Statistic = DriftStatistics.Named(value) } },
        "drift_threshold" => config with { Drift = config.Drift with { Threshold = Number(value) } },
        "min_samples" => config with { Drift = config.Drift with { MinSamples = Whole(value) } },
        "max_features" => config with { Limits = config.Limits with { Features = Whole(value) } },
        "max_categories" => config with { Limits = config.Limits with { Categories = Whole(value) } },
        "max_classes" => config with { Limits = config.Limits with { Classes = Whole(value) } },
        "max_versions" => config with { Limits = config.Limits with { Versions = Whole(value) } },
        _ when key.StartsWith("threshold.", StringComparison.Ordinal) => config with
        {
            Performance = config.Performance with
            {
                Thresholds = new Dictionary<string, double>(config.Performance.Thresholds) { [key["threshold.".Length..]] = Number(value) },
            },
        },
        _ => throw new FormatException($"unknown key \"{key}\""),
    };

    static WindowSpec Window(string name) => WindowSpec.TryParse(name, out var window) ? window : throw new FormatException($"no window: \"{name}\"");

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
