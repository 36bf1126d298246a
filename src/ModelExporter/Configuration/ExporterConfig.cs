using ModelExporter.Engine.Config;

namespace ModelExporter.Configuration;

/// <summary>Everything a config file says: valid, complete, immutable.</summary>
public sealed record ExporterConfig
{
    /// <summary>The models; at least one, with unique names.</summary>
    public required IReadOnlyList<ModelConfig> Models { get; init; }

    /// <summary>Where records are read from. Default none: then they are pushed by HTTP.</summary>
    public IReadOnlyList<SourceConfig> Sources { get; init; } = [];

    public HttpConfig Http { get; init; } = new();

    public CheckpointConfig Checkpoint { get; init; } = new();
}
