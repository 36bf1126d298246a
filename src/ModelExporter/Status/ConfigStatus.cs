namespace ModelExporter.Status;

/// <summary>The config in force.</summary>
public sealed record ConfigStatus
{
    public required string Hash { get; init; }

    /// <summary>Whether the last attempt to take over a config succeeded.</summary>
    public required bool LastReloadSuccessful { get; init; }

    /// <summary>When a config was last taken over.</summary>
    public required double TakenAt { get; init; }

    /// <summary>What was assumed because there is no config file, a line each.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}
