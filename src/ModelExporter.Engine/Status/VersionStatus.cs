namespace ModelExporter.Engine.Status;

/// <summary>What people want to know of a version of a model.</summary>
public sealed record VersionStatus
{
    public required string Version { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Predictions since the start.</summary>
    public required long Predictions { get; init; }

    /// <summary>Labels joined since the start.</summary>
    public required long Labels { get; init; }

    public required double? LastPrediction { get; init; }

    public required double? LastLabel { get; init; }

    /// <summary>Seconds from a prediction to its label that half, and nine tenths, of the labels take at most; null = no label, or longer than all buckets.</summary>
    public required double? LabelDelayP50 { get; init; }

    public required double? LabelDelayP90 { get; init; }

    public required BaselineStatus Baseline { get; init; }

    /// <summary>In the order of the config.</summary>
    public required IReadOnlyList<WindowStatus> Windows { get; init; }

    /// <summary>Since the start, by what happened; what never did is left out.</summary>
    public required IReadOnlyDictionary<string, long> Faults { get; init; }
}
