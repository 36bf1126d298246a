using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ModelExporter.Http;

/// <summary>The name and password of an <c>Authorization: Basic</c> header (RFC 7617).</summary>
sealed record BasicCredentials(string User, string Password)
{
    const string Scheme = "Basic ";

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryParse(string? header, [NotNullWhen(true)] out BasicCredentials? credentials)
    {
        credentials = null;
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        byte[] bytes = new byte[header.Length];
        if (!Convert.TryFromBase64Chars(header.AsSpan(Scheme.Length), bytes, out int length)) return false;
        try
        {
            string text = Utf8.GetString(bytes, 0, length);
            int colon = text.IndexOf(':');
            if (colon < 0) return false;
            credentials = new BasicCredentials(text[..colon], text[(colon + 1)..]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Without the password: a record would print it.</summary>
    public override string ToString() => User;
}
