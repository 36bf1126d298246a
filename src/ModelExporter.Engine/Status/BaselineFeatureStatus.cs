namespace ModelExporter.Engine.Status;

/// <summary>A feature in the baseline.</summary>
public sealed record BaselineFeatureStatus
{
    public required string Feature { get; init; }

    /// <summary><c>numeric</c> or <c>categorical</c>.</summary>
    public required string Type { get; init; }

    /// <summary>It is an output or the label, not an input.</summary>
    public required bool IsOutput { get; init; }

    /// <summary>Names of its groups of bins.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Share of the values in each group.</summary>
    public required IReadOnlyList<double> Ratios { get; init; }

    /// <summary>Share of the rows without a value.</summary>
    public required double? MissingRatio { get; init; }
}
