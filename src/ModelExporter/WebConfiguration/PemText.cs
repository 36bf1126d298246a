using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ModelExporter.WebConfiguration;

/// <summary>Reads certificates and keys from PEM as Go does: what else stands in the text is passed over.</summary>
static class PemText
{
    /// <summary>The certificates in the order of the text.</summary>
    /// <exception cref="CryptographicException">One of them cannot be read.</exception>
    public static X509Certificate2Collection Certificates(string pem)
    {
        var certificates = new X509Certificate2Collection();
        foreach (byte[] der in Blocks(pem)) certificates.Add(X509CertificateLoader.LoadCertificate(der));
        return certificates;
    }

    /// <summary>Those of the certificates that can be read.</summary>
    public static X509Certificate2Collection ReadableCertificates(string pem)
    {
        var certificates = new X509Certificate2Collection();
        foreach (byte[] der in Blocks(pem))
        {
            try
            {
                certificates.Add(X509CertificateLoader.LoadCertificate(der));
            }
            catch (CryptographicException)
            {
                // It vouches for nobody.
            }
        }
        return certificates;
    }

    /// <summary>The first certificate with its key.</summary>
    /// <exception cref="CryptographicException">The key cannot be read, or is not the certificate's.</exception>
    public static X509Certificate2 WithKey(string certificates, string key)
    {
        var certificate = X509Certificate2.CreateFromPem(certificates, key);
        if (!OperatingSystem.IsWindows()) return certificate;
        // Windows cannot serve with a key that it has not stored.
        using (certificate) return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    static List<byte[]> Blocks(string pem)
    {
        var blocks = new List<byte[]>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label] is "CERTIFICATE") blocks.Add(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            rest = rest[fields.Location.End..];
        }
        return blocks;
    }
}
