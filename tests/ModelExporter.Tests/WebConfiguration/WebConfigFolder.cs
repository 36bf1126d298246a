using System.Security.Cryptography.X509Certificates;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.WebConfiguration;

/// <summary>A folder with a web config, a server's certificate and an authority.</summary>
public sealed class WebConfigFolder : IDisposable
{
    public const string Tls = "tls_server_config: {cert_file: server.crt, key_file: server.key}\n";

    public const string MutualTls = "tls_server_config: {cert_file: server.crt, key_file: server.key, client_ca_file: ca.crt, client_auth_type: RequireAndVerifyClientCert}\n";

    /// <summary>The password <c>open sesame</c>, hashed by libxcrypt at a cost of 10.</summary>
    public const string Users = "basic_auth_users: {alice: '$2y$10$abcdefghijklmnopqrstuu4SuEsu2LsUrAYUpWQHLMMc4GV5pZTxK'}\n";

    readonly TestFolder _folder = new();

    public WebConfigFolder()
    {
        _folder.Write("ca.crt", Authority.Pem);
        WriteServer(Authority.Issue("server"));
    }

    internal TestAuthority Authority { get; } = new();

    public string this[string name] => _folder[name];

    public string Write(string name, string text) => _folder.Write(name, text);

    public string WriteConfig(string text) => _folder.Write("web.yml", text);

    public string WriteConfig(byte[] content) => _folder.Write("web.yml", content);

    public void WriteServer(X509Certificate2 certificate)
    {
        _folder.Write("server.crt", certificate.ExportCertificatePem());
        _folder.Write("server.key", certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        certificate.Dispose();
    }

    /// <summary>A client that trusts the authority alone, and shows a certificate if it has one.</summary>
    public HttpClient Client(Uri address, X509Certificate2? shown = null, (string User, string Password)? login = null)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(Authority.Certificate);
        if (shown is not null) handler.SslOptions.ClientCertificates = [shown];
        var client = new HttpClient(handler) { BaseAddress = address, Timeout = BuiltProgram.Patience };
        if (login is { } known)
            client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{known.User}:{known.Password}")));
        return client;
    }

    public void Dispose()
    {
        Authority.Dispose();
        _folder.Dispose();
    }
}
