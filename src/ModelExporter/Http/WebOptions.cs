namespace ModelExporter.Http;

/// <summary>What is served where.</summary>
public sealed record WebOptions
{
    /// <summary>Not yet taken in the list of exporter ports; 9100 to 9999 are all given away.</summary>
    public const int DefaultPort = 10955;

    public const int DefaultTelemetryPort = 10956;

    public const string DefaultPath = "/metrics";

    /// <summary>Where models' metrics and pages are, and, unless <see cref="Push"/> says where, pushes and the reload.</summary>
    public IReadOnlyList<ListenAddress> Main { get; init; } = [new(null, DefaultPort)];

    /// <summary>Where the exporter's own metrics are.</summary>
    public IReadOnlyList<ListenAddress> Telemetry { get; init; } = [new(null, DefaultTelemetryPort)];

    /// <summary>Where records are pushed and <c>/-/reload</c> answers, and nothing else; empty = on <see cref="Main"/>.</summary>
    public IReadOnlyList<ListenAddress> Push { get; init; } = [];

    /// <summary>The path of the metrics, on both.</summary>
    public string Path { get; init; } = DefaultPath;

    /// <summary>Whether <c>/-/reload</c> answers.</summary>
    public bool EnableLifecycle { get; init; }

    /// <summary>The web config: TLS, users, headers. Null = plain HTTP for everybody.</summary>
    public string? ConfigFile { get; init; }
}
