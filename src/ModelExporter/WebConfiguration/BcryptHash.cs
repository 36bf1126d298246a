using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ModelExporter.WebConfiguration;

/// <summary>A bcrypt hash, parsed as leniently as Go's <c>x/crypto/bcrypt</c> does, whose verdict on a file this has to share.</summary>
/// <param name="Cost">The logarithm of the rounds, 4 to 31.</param>
/// <param name="SaltAndKey">What follows: 22 letters of salt and 31 of the key, unless nothing can match it.</param>
sealed record BcryptHash(int Cost, string SaltAndKey)
{
    const int MinLength = 59;
    const int SaltAndKeyLength = 53;

    public static bool TryParse(string text, [NotNullWhen(true)] out BcryptHash? hash)
    {
        hash = null;
        if (System.Text.Encoding.UTF8.GetByteCount(text) < MinLength || text.Length < MinLength || text[0] != '$' || text[1] > '2') return false;
        int at = text[2] == '$' ? 3 : 4;
        if (!int.TryParse(text.AsSpan(at, 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int cost) || cost is < 4 or > 31) return false;
        hash = new BcryptHash(cost, text[(at + 3)..]);
        return true;
    }

    /// <summary>Whether this is the hash of a password. It takes the time that the cost says, and a processor.</summary>
    public bool Matches(string password)
    {
        if (SaltAndKey.Length != SaltAndKeyLength) return false;
        try
        {
            // The letter of the version tells of faults in other implementations, and Go pays it no heed.
            return BCrypt.Net.BCrypt.Verify(password, string.Create(CultureInfo.InvariantCulture, $"$2b${Cost:00}${SaltAndKey}"));
        }
        catch (Exception e) when (e is BCrypt.Net.SaltParseException or ArgumentException or FormatException)
        {
            // Letters that are none of its alphabet: no password has this hash.
            return false;
        }
    }
}
