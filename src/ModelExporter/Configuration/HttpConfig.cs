namespace ModelExporter.Configuration;

/// <summary>How records are taken in by HTTP.</summary>
public sealed record HttpConfig
{
    /// <summary>A larger body, measured after decompression, is refused. Default 10 MiB; 1 KiB to 256 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;
}
