using ModelExporter.Engine.Status;

namespace ModelExporter.Status;

/// <summary>What <c>/api/v1/status</c> answers and the status page shows. Times are Unix seconds.</summary>
public sealed record ExporterStatus
{
    public required double Now { get; init; }

    public required string Version { get; init; }

    public required string Revision { get; init; }

    public required IReadOnlyList<ModelStatus> Models { get; init; }

    /// <summary>Models that did not answer in time.</summary>
    public required IReadOnlyList<string> Silent { get; init; }

    public required IReadOnlyList<SourceStatus> Sources { get; init; }

    public required CheckpointStatus Checkpoint { get; init; }

    public required ConfigStatus Config { get; init; }
}
