using ModelExporter.Configuration.Yaml;

namespace ModelExporter.WebConfiguration;

/// <summary>The PEM of certificates and key, from the config or from the files it names at this moment.</summary>
/// <param name="Certificate">The server's certificate and what it sends along.</param>
/// <param name="Key">The server's key.</param>
/// <param name="ClientCa">What vouches for clients; null = nothing is named.</param>
sealed record TlsPem(string Certificate, string Key, string? ClientCa)
{
    public static (TlsPem? Pem, string? Problem) Read(TlsServerConfig tls)
    {
        try
        {
            return (new TlsPem(Of(tls.CertFile, tls.Cert), Of(tls.KeyFile, tls.Key), tls.HasClientCa ? Of(tls.ClientCaFile, tls.ClientCa) : null), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"a file cannot be read: {Quoted.Line(e.Message)}");
        }
    }

    static string Of(string file, string text) => file.Length > 0 ? File.ReadAllText(file) : text;
}
