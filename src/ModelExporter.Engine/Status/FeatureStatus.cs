namespace ModelExporter.Engine.Status;

/// <summary>A feature in a window against its baseline.</summary>
public sealed record FeatureStatus
{
    public required string Feature { get; init; }

    /// <summary>It is an output or the label, not an input.</summary>
    public required bool IsOutput { get; init; }

    /// <summary>Usable values.</summary>
    public required long Values { get; init; }

    /// <summary>The chosen drift statistic over its threshold: from 1 on it has drifted; null = there are too few values.</summary>
    public required double? DriftScore { get; init; }

    public required bool IsDrifted { get; init; }

    /// <summary>When it was first seen to have drifted; null = it has not, or nobody looked when it began.</summary>
    public required double? DriftedSince { get; init; }

    /// <summary>Share of the values in each group of the baseline.</summary>
    public required IReadOnlyList<double> Ratios { get; init; }

    /// <summary>Values that are missing, absent, invalid, unseen, or out of range; what did not happen is left out.</summary>
    public required IReadOnlyDictionary<string, long> Faults { get; init; }
}
