namespace ModelExporter.Engine.Config;

/// <summary>How performance is windowed and judged.</summary>
public sealed record PerformanceConfig
{
    /// <summary>Which time puts a pair into a window. Default the label's.</summary>
    public WindowBy WindowBy { get; init; } = WindowBy.Label;

    /// <summary>Thresholds by the key of the performance metric (<c>accuracy</c>, <c>mean_absolute_error</c>, …); the rest come from the baseline.</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>();

    /// <summary>With fewer labels in a window nobody is told that its performance is broken. Default 30; at least 1.</summary>
    public int MinLabels { get; init; } = 30;
}
