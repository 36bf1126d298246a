using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.WebConfiguration;

/// <summary>The certificates that a web config names.</summary>
/// <param name="Certificate">The server's, with its key.</param>
/// <param name="Chain">Those the server sends along.</param>
/// <param name="ClientCas">Those that vouch for clients; null = the system's do.</param>
sealed record TlsMaterial(X509Certificate2 Certificate, X509Certificate2Collection Chain, X509Certificate2Collection? ClientCas)
{
    /// <summary>Reads and parses; the problem, which never repeats what it read, says why there is no material.</summary>
    public static (TlsMaterial? Material, string? Problem) Load(TlsServerConfig tls) =>
        TlsPem.Read(tls) is var (pem, problem) && pem is not null ? Parse(pem) : (null, problem);

    public static (TlsMaterial? Material, string? Problem) Parse(TlsPem pem)
    {
        try
        {
            var certificate = PemText.WithKey(pem.Certificate, pem.Key);
            var chain = PemText.Certificates(pem.Certificate);
            chain.RemoveAt(0);
            return (new TlsMaterial(certificate, chain, pem.ClientCa is null ? null : PemText.ReadableCertificates(pem.ClientCa)), null);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or NotSupportedException)
        {
            return (null, $"certificate and key cannot be used: {Quoted.Line(e.Message)}");
        }
    }
}
