namespace ModelExporter.WebConfiguration;

/// <summary>What a web config file says: the format of Prometheus' exporter-toolkit.</summary>
sealed record WebConfig
{
    public TlsServerConfig Tls { get; init; } = new();

    public HttpServerConfig Http { get; init; } = new();

    /// <summary>Users and the bcrypt hashes of their passwords; empty = nobody is asked who they are.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>();
}
