namespace ModelExporter.WebConfiguration;

/// <summary>What a client's certificate has to be, named as in Go's <c>crypto/tls</c>.</summary>
enum ClientAuthType
{
    NoClientCert,
    RequestClientCert,
    RequireAnyClientCert,
    VerifyClientCertIfGiven,
    RequireAndVerifyClientCert,
}
