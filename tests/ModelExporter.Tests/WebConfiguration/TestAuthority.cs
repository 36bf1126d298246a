using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ModelExporter.Tests.WebConfiguration;

/// <summary>Vouches for servers and clients of a test.</summary>
sealed class TestAuthority : IDisposable
{
    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 _certificate;

    /// <param name="issuer">Vouches for this one; null = it vouches for itself.</param>
    public TestAuthority(TestAuthority? issuer = null)
    {
        var request = new CertificateRequest(issuer is null ? "CN=authority" : "CN=between", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        if (issuer is null)
        {
            _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
            return;
        }
        using var signed = request.Create(issuer.Certificate, DateTimeOffset.UtcNow.AddDays(-90), DateTimeOffset.UtcNow.AddDays(90), Guid.NewGuid().ToByteArray());
        _certificate = signed.CopyWithPrivateKey(_key);
    }

    public string Pem => _certificate.ExportCertificatePem();

    public X509Certificate2 Certificate => _certificate;

    /// <summary>A certificate for localhost and this name, with its key; it ends in so many days, which may be over.</summary>
    public X509Certificate2 Issue(string name, int days = 30)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName(name);
        names.AddEmailAddress($"{name}@example.org");
        names.AddUri(new Uri($"spiffe://example.org/{name}"));
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(_certificate, DateTimeOffset.UtcNow.AddDays(-60), DateTimeOffset.UtcNow.AddDays(days), Guid.NewGuid().ToByteArray());
        return signed.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
