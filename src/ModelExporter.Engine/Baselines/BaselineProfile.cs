namespace ModelExporter.Engine.Baselines;

/// <summary>What a model is compared with: its inputs' and outputs' distributions, and how well it performed. Immutable.</summary>
public sealed record BaselineProfile
{
    /// <summary>The model it was made for.</summary>
    public required string Model { get; init; }

    /// <summary>Rows it was made from.</summary>
    public required long Rows { get; init; }

    public required IReadOnlyList<FeatureBaseline> Features { get; init; }

    /// <summary>Class names, of a classification.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Labels that its performance was measured on; 0 = it says nothing of performance.</summary>
    public long Labels { get; init; }

    /// <summary>Performance by the key of the metric.</summary>
    public IReadOnlyDictionary<string, double> Performance { get; init; } = new Dictionary<string, double>();

    /// <summary>How exact these figures are, for those that have an interval.</summary>
    public IReadOnlyDictionary<string, PerformanceBounds> PerformanceBounds { get; init; } = new Dictionary<string, PerformanceBounds>();

    /// <summary>Content hash; the same rows give the same one.</summary>
    public string Hash { get; init; } = "";

    public FeatureBaseline? Feature(string name) => Features.FirstOrDefault(f => f.Name == name);
}
