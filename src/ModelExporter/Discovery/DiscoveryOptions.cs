using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Discovery;

/// <summary>What the user says instead of leaving it to be found; null = it is found. It holds for every model of the logs.</summary>
public sealed record DiscoveryOptions
{
    public TaskKind? Task { get; init; }

    public string? PositiveLabel { get; init; }

    /// <summary>The model of records that name none.</summary>
    public string? Model { get; init; }

    public IReadOnlyList<WindowSpec>? Windows { get; init; }

    public ClockKind? Clock { get; init; }

    public BaselineConfig? Baseline { get; init; }
}
