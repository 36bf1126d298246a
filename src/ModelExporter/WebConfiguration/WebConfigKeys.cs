using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Authentication;
using ModelExporter.Configuration.Keys;

namespace ModelExporter.WebConfiguration;

/// <summary>The table of the keys of a web config.</summary>
static class WebConfigKeys
{
    const int MaxItems = 1000;

    static readonly GoScalarType<ClientAuthType?> ClientAuth = GoScalars.Word<ClientAuthType?>("client_auth_type", null,
    [
        ("", null),
        (nameof(ClientAuthType.NoClientCert), ClientAuthType.NoClientCert),
        (nameof(ClientAuthType.RequestClientCert), ClientAuthType.RequestClientCert),
        (nameof(ClientAuthType.RequireAnyClientCert), ClientAuthType.RequireAnyClientCert),
        ("RequireClientCert", ClientAuthType.RequireAnyClientCert),
        (nameof(ClientAuthType.VerifyClientCertIfGiven), ClientAuthType.VerifyClientCertIfGiven),
        (nameof(ClientAuthType.RequireAndVerifyClientCert), ClientAuthType.RequireAndVerifyClientCert),
    ]);

    static readonly GoScalarType<string> Curve = GoScalars.Word("curve", "", [.. new[] { "CurveP256", "CurveP384", "CurveP521", "X25519" }.Select(c => (c, c))]);

    static readonly IReadOnlyList<Key<TlsServerConfig>> Tls =
    [
        Key<TlsServerConfig>.Of("cert", GoScalars.Text, null, "The certificate and those between it and its root, as PEM.", (t, v) => t with { Cert = v }),
        Key<TlsServerConfig>.Of("cert_file", GoScalars.Text, null, "The file of the certificate.", (t, v) => t with { CertFile = v }),
        Key<TlsServerConfig>.Of("key", GoScalars.Text, null, "The certificate's key, as PEM.", (t, v) => t with { Key = v }),
        Key<TlsServerConfig>.Of("key_file", GoScalars.Text, null, "The file of the key.", (t, v) => t with { KeyFile = v }),
        Key<TlsServerConfig>.Of("client_ca", GoScalars.Text, null, "The certificates that vouch for clients, as PEM.", (t, v) => t with { ClientCa = v }),
        Key<TlsServerConfig>.Of("client_ca_file", GoScalars.Text, null, "The file of the certificates that vouch for clients.", (t, v) => t with { ClientCaFile = v }),
        Key<TlsServerConfig>.Of("client_auth_type", ClientAuth, "NoClientCert", "What a client's certificate has to be.", (t, v) => t with { ClientAuth = v }),
        Key<TlsServerConfig>.Of("client_allowed_sans", Texts(GoScalars.Text), null, "Alternative names of which a client's certificate must have one.", (t, v) => t with { ClientAllowedSans = v }),
        Key<TlsServerConfig>.Of("min_version", TlsVersions.Type(SslProtocols.Tls12), "TLS12", "The least version of TLS.", (t, v) => t with { MinVersion = v }),
        Key<TlsServerConfig>.Of("max_version", TlsVersions.Type(SslProtocols.Tls13), "TLS13", "The greatest version of TLS.", (t, v) => t with { MaxVersion = v }),
        Key<TlsServerConfig>.Of("cipher_suites", Texts(CipherSuites.Type), null, "The cipher suites of TLS up to 1.2.",
            (t, v) => t with { CipherSuites = [.. v.Where(suite => suite != TlsCipherSuite.TLS_NULL_WITH_NULL_NULL)] }),
        // Go has long stopped to obey it, and OpenSSL is told by .NET to do what it asks for by default.
        Key<TlsServerConfig>.Of("prefer_server_cipher_suites", GoScalars.Boolean, "true", "Without effect.", (t, _) => t),
        // .NET leaves curves to OpenSSL: they can be checked, but not obeyed.
        Key<TlsServerConfig>.Of("curve_preferences", Texts(Curve), null, "Without effect.", (t, _) => t),
    ];

    static readonly IReadOnlyList<Key<ImmutableDictionary<string, string>>> Headers =
    [
        Header("Strict-Transport-Security", GoScalars.Text),
        Header("X-Content-Type-Options", Value("nosniff")),
        Header("X-Frame-Options", Value("deny", "sameorigin")),
        Header("X-XSS-Protection", GoScalars.Text),
        Header("Content-Security-Policy", GoScalars.Text),
    ];

    static readonly IReadOnlyList<Key<HttpServerConfig>> Http =
    [
        Key<HttpServerConfig>.Of("http2", GoScalars.Boolean, "true", "Whether HTTP/2 is offered over TLS.", (h, v) => h with { Http2 = v }),
        Key<HttpServerConfig>.Of("headers", new RecordType<ImmutableDictionary<string, string>>(new HttpServerConfig().Headers, Headers), null,
            "Headers that every response gets.", (h, v) => h with { Headers = v }),
    ];

    static readonly IReadOnlyList<Key<WebConfig>> All =
    [
        Key<WebConfig>.Of("tls_server_config", new RecordType<TlsServerConfig>(new TlsServerConfig(), Tls), null, "How TLS is spoken.", (w, v) => w with { Tls = v }),
        Key<WebConfig>.Of("http_server_config", new RecordType<HttpServerConfig>(new HttpServerConfig(), Http), null, "How HTTP is spoken.", (w, v) => w with { Http = v }),
        Key<WebConfig>.Of("basic_auth_users", new MapType<string>("user", GoScalars.PasswordHash, "", _ => null) { WriteNames = _ => { } }, null,
            "Users and the bcrypt hashes of their passwords.", (w, v) => w with { Users = v }),
    ];

    public static readonly RecordType<WebConfig> Type = new(new WebConfig(), All);

    static ListType<V> Texts<V>(KeyType<V> item) where V : notnull => new(item, 0, MaxItems) { AllowsTwins = true };

    static Key<ImmutableDictionary<string, string>> Header(string name, KeyType<string> type) =>
        Key<ImmutableDictionary<string, string>>.Of(name, type, null, "A header.", (headers, v) => headers.SetItem(name, v));

    static ChoiceType<string> Value(params string[] values) => new("value", [.. values.Select(v => (v, v))]);
}
