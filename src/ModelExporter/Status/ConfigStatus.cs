namespace ModelExporter.Status;

/// <summary>The config in force.</summary>
public sealed record ConfigStatus
{
    public required string Hash { get; init; }

    /// <summary>Whether the last attempt to take over a config succeeded.</summary>
    public required bool LastReloadSuccessful { get; init; }

    /// <summary>When a config was last taken over.</summary>
    public required double TakenAt { get; init; }

    /// <summary>It as YAML: the file, or what would say the same. A key that is not in it has its default.</summary>
    public required string Yaml { get; init; }

    /// <summary>What was assumed because there is no config file, a line each.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}
