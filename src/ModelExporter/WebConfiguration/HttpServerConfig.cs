using System.Collections.Immutable;

namespace ModelExporter.WebConfiguration;

/// <summary>How HTTP is spoken.</summary>
sealed record HttpServerConfig
{
    /// <summary>Whether HTTP/2 is offered, which it is over TLS alone. Read once, at the start.</summary>
    public bool Http2 { get; init; } = true;

    /// <summary>Headers that every response gets.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);
}
