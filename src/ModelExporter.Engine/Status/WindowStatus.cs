namespace ModelExporter.Engine.Status;

/// <summary>A version in one window.</summary>
public sealed record WindowStatus
{
    public required string Window { get; init; }

    public required long Predictions { get; init; }

    /// <summary>Joined labels: what its performance rests on.</summary>
    public required long Labels { get; init; }

    public required IReadOnlyList<FigureStatus> Figures { get; init; }

    /// <summary>The most drifted first.</summary>
    public required IReadOnlyList<FeatureStatus> Features { get; init; }
}
