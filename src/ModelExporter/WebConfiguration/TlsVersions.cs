using System.Security.Authentication;

namespace ModelExporter.WebConfiguration;

/// <summary>The versions of TLS that a web config may name, from the oldest on.</summary>
static class TlsVersions
{
// .NET calls the first two obsolete, as does everybody; the format has them, and they count when a file names them.
#pragma warning disable SYSLIB0039, CA5397
    static readonly (string Word, SslProtocols Version)[] All =
        [("TLS10", SslProtocols.Tls), ("TLS11", SslProtocols.Tls11), ("TLS12", SslProtocols.Tls12), ("TLS13", SslProtocols.Tls13)];
#pragma warning restore SYSLIB0039, CA5397

    /// <param name="zero">What nothing written means.</param>
    public static GoScalarType<SslProtocols> Type(SslProtocols zero) => GoScalars.Word("version of TLS", zero, All);

    /// <summary>The versions from one to another.</summary>
    /// <exception cref="AuthenticationException">There are none, which .NET would take for those that it likes.</exception>
    public static SslProtocols Between(SslProtocols min, SslProtocols max)
    {
        var versions = SslProtocols.None;
        foreach (var (_, version) in All)
            if (version >= min && version <= max) versions |= version;
        return versions == SslProtocols.None ? throw new AuthenticationException("min_version is above max_version") : versions;
    }
}
