using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ModelExporter.WebConfiguration;

/// <summary>The alternative names of a certificate's subject that a config can list: DNS names, mail addresses, IP addresses and URIs.</summary>
static class SubjectNames
{
    const string Extension = "2.5.29.17";

    // The choices of GeneralName in RFC 5280, 4.2.1.6.
    const int Mail = 1;
    const int Dns = 2;
    const int Uri = 6;
    const int Ip = 7;

    /// <summary>The names; none when the extension is absent or malformed.</summary>
    public static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        if (certificate.Extensions.FirstOrDefault(e => e.Oid?.Value == Extension) is not { } extension) return [];
        try
        {
            return Read(extension.RawData);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException or ArgumentException)
        {
            return [];
        }
    }

    static List<string> Read(byte[] content)
    {
        var names = new List<string>();
        var reader = new AsnReader(content, AsnEncodingRules.DER).ReadSequence();
        while (reader.HasData)
        {
            var tag = reader.PeekTag();
            if (tag.TagClass == TagClass.ContextSpecific && tag.TagValue is Mail or Dns or Uri) names.Add(reader.ReadCharacterString(UniversalTagNumber.IA5String, tag));
            else if (tag.TagClass == TagClass.ContextSpecific && tag.TagValue == Ip) names.Add(new IPAddress(reader.ReadOctetString(tag)).ToString());
            else reader.ReadEncodedValue();
        }
        return names;
    }
}
