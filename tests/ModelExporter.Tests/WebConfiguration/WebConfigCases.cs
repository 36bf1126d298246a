namespace ModelExporter.Tests.WebConfiguration;

/// <summary>Web configs, good and bad, on each of which Prometheus has a verdict. Their files are those of <see cref="WebConfigVerdictTests"/>.</summary>
static class WebConfigCases
{
    const string Letters = "QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi";
    const string Tls = "tls_server_config:\n  cert_file: server.crt\n  key_file: server.key\n";

    public static IEnumerable<string> All =>
    [
        .. Files, .. Certificates, .. Clients,
        .. Ciphers.Select(cipher => $"{Tls}  cipher_suites: [{cipher}]\n"),
        .. new[] { "CurveP256", "CurveP384", "CurveP521", "X25519", "P256", "x25519" }.Select(curve => $"{Tls}  curve_preferences: [{curve}]\n"),
        .. new[] { "TLS10", "TLS11", "TLS12", "TLS13", "tls12", "1.2", "TLS14", "", "[TLS12]" }.SelectMany(version => new[] { $"{Tls}  min_version: {version}\n", $"{Tls}  max_version: {version}\n" }),
        .. new[] { "true", "false", "yes", "no", "on", "Off", "Yes", "TRUE", "tRUE", "y", "n", "\"true\"", "1", "", "null", "~", "maybe", "[]" }
            .SelectMany(value => new[] { $"http_server_config:\n  http2: {value}\n", $"{Tls}  prefer_server_cipher_suites: {value}\n" }),
        .. Headers.Select(header => $"http_server_config:\n  headers:\n    {header}\n"),
        .. Hashes.Select(hash => $"basic_auth_users:\n  alice: {hash}\n"),
    ];

    static IEnumerable<string> Files =>
    [
        "", "# nothing\n", "null\n", "word\n", "[a]\n", "{}\n", "a: [\n", "a: 1\n", "x: &a 1\n", "? [a]\n: b\n", "---\n---\nx: 1\n", "\uFEFFhttp_server_config: {http2: true}\n",
        "http_server_config:\n\thttp2: true\n", "http_server_config: {http2: true}\n---\nx: 1\n", "http_server_config: {http2: true}\n...\nrubbish: [\n",
        "http_server_config: {http2: !!bool true}\n", "http_server_config: {http2: &x true}\n", "http_server_config: &a {http2: true}\ntls_server_config: *a\n",
        "http_server_config: {http3: true}\n", "http_server_config: {headers: [a]}\n", "http_server_config: 1\n", "http_server_config:\n  headers:\n",
        "tls_server_config:\ntls_server_config:\n", "tls_server_config:\n", "Tls_server_config: {}\n",
        "basic_auth_users:\n", "basic_auth_users: [a]\n", "basic_auth_users: {alice: [a]}\n", $"basic_auth_users:\n  a: $2y$10${Letters}\n  a: $2y$10${Letters}\n",
        $"basic_auth_users:\n  1: $2y$10${Letters}\n  \"a:b\": $2y$10${Letters}\n  \"\": $2y$10${Letters}\n", $"basic_auth_users:\n  ~: $2y$10${Letters}\n",
        $"basic_auth_users:\n  a: &h $2y$10${Letters}\n  b: *h\n", "basic_auth_users: {a: *gone}\n",
    ];

    static IEnumerable<string> Certificates =>
    [
        Tls, "tls_server_config: {cert_file: server.crt}\n", "tls_server_config: {key_file: server.key}\n", "tls_server_config: {cert_file: server.crt, key_file: other.key}\n",
        "tls_server_config: {cert_file: gone.crt, key_file: server.key}\n", "tls_server_config: {cert_file: server.crt, key_file: gone.key}\n",
        "tls_server_config: {cert_file: ., key_file: server.key}\n", "tls_server_config: {cert_file: server.key, key_file: server.crt}\n",
        "tls_server_config: {cert_file: both.pem, key_file: both.pem}\n", "tls_server_config: {cert_file: rubbish.pem, key_file: server.key}\n",
        "tls_server_config: {cert_file: broken.pem, key_file: server.key}\n", "tls_server_config: {cert_file: chain.pem, key_file: server.key}\n",
        "tls_server_config: {cert_file: expired.crt, key_file: expired.key}\n", "tls_server_config: {cert_file: rsa.crt, key_file: rsa.key}\n",
        "tls_server_config: {cert_file: rsa.crt, key_file: rsa.pkcs1.key}\n", "tls_server_config: {cert_file: rsa.crt, key_file: rsa.encrypted.key}\n",
        "tls_server_config: {cert_file: server.crt, key_file: server.sec1.key}\n",
        "tls_server_config: {cert_file: 1, key_file: 2}\n", "tls_server_config: {cert_file: \"\", key_file: \"\"}\n", "tls_server_config: {cert_file: , key_file: }\n",
        "tls_server_config: {cert_file: null, key_file: ~}\n", "tls_server_config: {cert_file: [a]}\n", "tls_server_config: {cert_file: {a: b}}\n",
        "tls_server_config: {Cert_File: server.crt, key_file: server.key}\n", "tls_server_config: {cert_file: !!str server.crt, key_file: !x server.key}\n",
        "tls_server_config:\n  <<: {cert_file: server.crt}\n  key_file: server.key\n", "tls_server_config: {min_version: TLS13}\n", "tls_server_config: {cipher_suites: [TLS_X]}\n",
        $"{Tls}  min_version: TLS13\n  max_version: TLS12\n", $"{Tls}  cert_file: server.crt\n",
    ];

    static IEnumerable<string> Clients =>
    [
        .. new[] { "NoClientCert", "RequestClientCert", "RequireClientCert", "RequireAnyClientCert", "VerifyClientCertIfGiven", "RequireAndVerifyClientCert", "noClientCert", "X", "''", "", "[a]" }
            .SelectMany(type => new[]
            {
                $"{Tls}  client_auth_type: {type}\n", $"{Tls}  client_auth_type: {type}\n  client_ca_file: ca.crt\n", $"tls_server_config: {{client_auth_type: {type}}}\n",
            }),
        $"{Tls}  client_ca_file: ca.crt\n", $"{Tls}  client_ca_file: ''\n", "tls_server_config: {client_ca_file: ca.crt}\n",
        .. new[] { "gone.crt", "rubbish.pem", "broken.pem", "chain.pem", "." }.Select(file => $"{Tls}  client_auth_type: RequireAndVerifyClientCert\n  client_ca_file: {file}\n"),
    ];

    static IEnumerable<string> Ciphers =>
    [
        "TLS_RSA_WITH_RC4_128_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "TLS_RSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA", "TLS_ECDHE_RSA_WITH_RC4_128_SHA",
        "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305", "TLS_FALLBACK_SCSV", "TLS_X", "", "null", "TLS_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256",
    ];

    static IEnumerable<string> Headers =>
    [
        "X-Frame-Options: deny", "X-Frame-Options: sameorigin", "X-Frame-Options: DENY", "X-Frame-Options: \"\"", "X-Frame-Options:", "X-Frame-Options: null", "X-Content-Type-Options: nosniff",
        "X-Content-Type-Options: x", "Strict-Transport-Security: max-age=1", "Strict-Transport-Security:", "Server: x", "x-frame-options: deny", "X-XSS-Protection: 1", "X-XSS-Protection: [1]",
        "Content-Security-Policy: \"a\\nb\"", "Content-Security-Policy: é",
    ];

    static IEnumerable<string> Hashes =>
    [
        .. new[] { "$2y$10$", "$2a$10$", "$2b$10$", "$2$10$", "$2z$10$", "$1y$10$", "$3y$10$", "$2y$03$", "$2y$04$", "$2y$31$", "$2y$32$", "$2y$1x$", "$2y$+9$", "$2y$-9$", "$2y$10x", "2y$10$$", "$2y$ 9$" }
            .Select(prefix => prefix + Letters),
        $"$2y$10${Letters}xx", $"$2y$10${Letters[..^1]}", $"$2$10${Letters[..^1]}", $"$2y$10$!!!!{Letters[4..]}", "plain", "\"\"", "", "~", "123",
    ];
}
