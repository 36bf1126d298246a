using System.Globalization;

namespace ModelExporter.Configuration.Keys;

/// <summary>Reads digits. A number too large for anything stays a number, so that it is refused for its range.</summary>
static class WholeText
{
    /// <summary>Small enough to be multiplied by the seconds of a day or the bytes of a MiB.</summary>
    public const long Largest = 1_000_000_000_000;

    public static bool TryParse(ReadOnlySpan<char> text, out long value)
    {
        value = Largest;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9')) return false;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)) value = Math.Min(number, Largest);
        return true;
    }
}
