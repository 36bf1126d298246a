using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ModelExporter.WebConfiguration;

/// <summary>Makes of a config and its certificates what .NET's TLS is told for one handshake.</summary>
static class TlsOptions
{
    /// <exception cref="AuthenticationException">No version of TLS is left.</exception>
    public static SslServerAuthenticationOptions Of(TlsServerConfig tls, TlsMaterial material, SslStreamCertificateContext certificate)
    {
        var asked = tls.ClientAuth ?? ClientAuthType.NoClientCert;
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate,
            EnabledSslProtocols = TlsVersions.Between(tls.MinVersion, tls.MaxVersion),
            ClientCertificateRequired = asked != ClientAuthType.NoClientCert,
            // A client that was let in is looked at again when it comes again.
            AllowTlsResume = false,
            AllowRenegotiation = false,
        };
        if (tls.CipherSuites.Count > 0 && !OperatingSystem.IsWindows() && !OperatingSystem.IsAndroid())
            options.CipherSuitesPolicy = new CipherSuitesPolicy(tls.CipherSuites.Union(CipherSuites.Tls13));
        if (asked != ClientAuthType.NoClientCert)
        {
            options.CertificateChainPolicy = ChainPolicy(material);
            options.RemoteCertificateValidationCallback = (_, client, _, errors) => IsWelcome(asked, tls.ClientAllowedSans, client as X509Certificate2, errors);
        }
        return options;
    }

    /// <summary>Whether a client may come in with this certificate; null = it has shown none.</summary>
    static bool IsWelcome(ClientAuthType asked, IReadOnlyList<string>? names, X509Certificate2? client, SslPolicyErrors errors)
    {
        bool isEnough = asked switch
        {
            ClientAuthType.RequestClientCert => true,
            ClientAuthType.RequireAnyClientCert => client is not null,
            ClientAuthType.VerifyClientCertIfGiven => client is null || errors == SslPolicyErrors.None,
            _ => client is not null && errors == SslPolicyErrors.None,
        };
        return isEnough && (names is null || (client is not null && SubjectNames.Of(client).Any(names.Contains)));
    }

    static X509ChainPolicy ChainPolicy(TlsMaterial material)
    {
        // A certificate may name addresses to ask about it, and it is a stranger who wrote them.
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (material.ClientCas is null) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(material.ClientCas);
        return policy;
    }
}
