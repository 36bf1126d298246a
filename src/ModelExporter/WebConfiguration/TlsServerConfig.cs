using System.Net.Security;
using System.Security.Authentication;

namespace ModelExporter.WebConfiguration;

/// <summary>How TLS is spoken. Of a text and the file for the same thing, the file counts.</summary>
sealed record TlsServerConfig
{
    public string Cert { get; init; } = "";

    public string CertFile { get; init; } = "";

    public string Key { get; init; } = "";

    public string KeyFile { get; init; } = "";

    public string ClientCa { get; init; } = "";

    public string ClientCaFile { get; init; } = "";

    /// <summary>Null = nothing is said, which also is what <see cref="ClientAuthType.NoClientCert"/> says.</summary>
    public ClientAuthType? ClientAuth { get; init; }

    /// <summary>Alternative names of which a client's certificate must have one; null = any will do.</summary>
    public IReadOnlyList<string>? ClientAllowedSans { get; init; }

    public SslProtocols MinVersion { get; init; } = SslProtocols.Tls12;

    public SslProtocols MaxVersion { get; init; } = SslProtocols.Tls13;

    /// <summary>Cipher suites of TLS up to 1.2; empty = what the system's OpenSSL offers.</summary>
    public IReadOnlyList<TlsCipherSuite> CipherSuites { get; init; } = [];

    /// <summary>Whether TLS is spoken at all: versions and ciphers alone do not say so.</summary>
    public bool IsEnabled => Cert.Length + CertFile.Length + Key.Length + KeyFile.Length + ClientCa.Length + ClientCaFile.Length > 0 || ClientAuth is not null;

    public bool HasCertificate => Cert.Length + CertFile.Length > 0;

    public bool HasKey => Key.Length + KeyFile.Length > 0;

    public bool HasClientCa => ClientCa.Length + ClientCaFile.Length > 0;
}
