namespace ModelExporter.Engine.Status;

/// <summary>A figure of performance in a window against its baseline.</summary>
public sealed record FigureStatus
{
    /// <summary>Its key in the config and in metric names.</summary>
    public required string Figure { get; init; }

    public required string Title { get; init; }

    /// <summary>It is a share of 1.</summary>
    public required bool IsRatio { get; init; }

    /// <summary>1 = higher is better, -1 = lower is, 0 = neither.</summary>
    public required int Better { get; init; }

    public required double Value { get; init; }

    /// <summary>Ends of its 95 % interval, where it has one.</summary>
    public required double? Lower { get; init; }

    public required double? Upper { get; init; }

    public required double? Baseline { get; init; }

    public required double? Threshold { get; init; }

    /// <summary>It is beyond its threshold, on at least <c>performance.min_labels</c> labels.</summary>
    public required bool IsBeyond { get; init; }

    /// <summary>And it is no chance: see <c>Evidence</c>.</summary>
    public required bool IsBroken { get; init; }

    /// <summary>When it was first seen to be; null = it is not, or nobody looked when it began.</summary>
    public required double? BrokenSince { get; init; }
}
