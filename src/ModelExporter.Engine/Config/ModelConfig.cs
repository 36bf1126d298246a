using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Config;

/// <summary>Everything that is said about one model: valid, complete, immutable.</summary>
public sealed record ModelConfig
{
    public required string Name { get; init; }

    public required TaskKind Task { get; init; }

    /// <summary>Binary: the class whose probability the score is. Default <c>1</c> (which <c>true</c> equals).</summary>
    public string PositiveLabel { get; init; } = "1";

    /// <summary>Binary: the other class. Null = the first other one that is seen (<c>0</c> where the positive one is <c>1</c>).</summary>
    public string? NegativeLabel { get; init; }

    /// <summary>Binary: a score from here on predicts the positive class when the record names no class. Default 0.5.</summary>
    public double ScoreThreshold { get; init; } = 0.5;

    /// <summary>Multiclass: the classes, in the order of an array of scores. Empty = as they are seen.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Features whose type is declared; the others have the baseline's.</summary>
    public IReadOnlyDictionary<string, FeatureType> Features { get; init; } = new Dictionary<string, FeatureType>();

    /// <summary>Features that are passed over: neither tracked nor counted as unexpected.</summary>
    public IReadOnlySet<string> IgnoredFeatures { get; init; } = new HashSet<string>();

    public BaselineConfig Baseline { get; init; } = new();

    public IReadOnlyList<WindowSpec> Windows { get; init; } = DefaultWindows;

    public ClockKind Clock { get; init; } = ClockKind.Wall;

    public LabelConfig Labels { get; init; } = new();

    public PerformanceConfig Performance { get; init; } = new();

    public DriftConfig Drift { get; init; } = new();

    public AlertConfig Alerts { get; init; } = new();

    public LimitConfig Limits { get; init; } = new();

    public static IReadOnlyList<WindowSpec> DefaultWindows { get; } =
    [
        new("1h", TimeSpan.FromHours(1), 0),
        new("24h", TimeSpan.FromHours(24), 0),
        new("last_1000", TimeSpan.Zero, 1000),
    ];
}
