using System.Buffers;
using System.Globalization;
using System.Text;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Configuration.Keys;

/// <summary>The types of single values that keys share.</summary>
static class Scalars
{
    static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789+-.eE");

    public static readonly ScalarType<bool> Boolean = new("boolean", "true or false", "", TryParseBoolean, _ => true);

    public static readonly ScalarType<WindowSpec> Window = new(
        "window", "1m to 400d or last_20 to last_10000000",
        "such as 5m, 24h or last_1000; last_N takes multiples of 20", WindowSpec.TryParse, _ => true);

    public static ScalarType<string> Text(int maxBytes) =>
        new("text", $"1 to {maxBytes} bytes", "", TryKeep, text => text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= maxBytes);

    public static ScalarType<int> Whole(int min, int max) =>
        new("whole number", max == int.MaxValue ? $"at least {min}" : $"{min} to {max}", "", TryParseWhole, n => n >= min && n <= max);

    public static ScalarType<double> Number(string range, Func<double, bool> isAllowed) =>
        new("number", range, "", TryParseNumber, isAllowed);

    public static ScalarType<TimeSpan> Duration(string min, string max)
    {
        var (least, most) = (DurationText.Parse(min), DurationText.Parse(max));
        return new("duration", $"{min} to {max}", "such as 30s, 5m, 1h or 7d", DurationText.TryParse, d => d >= least && d <= most);
    }

    public static ScalarType<int> Size(string min, string max)
    {
        var (least, most) = (SizeText.Parse(min), SizeText.Parse(max));
        return new("size", $"{min} to {max}", "such as 65536, 64KiB or 1MiB", SizeText.TryParse, bytes => bytes >= least && bytes <= most);
    }

    static bool TryKeep(string text, out string value)
    {
        value = text;
        return true;
    }

    /// <summary>The spellings of YAML 1.2, in which <c>yes</c> is text.</summary>
    static bool TryParseBoolean(string text, out bool value)
    {
        value = text is "true" or "True" or "TRUE";
        return value || text is "false" or "False" or "FALSE";
    }

    static bool TryParseWhole(string text, out int value)
    {
        bool isNegative = text.StartsWith('-');
        bool isWhole = WholeText.TryParse(text.AsSpan(isNegative ? 1 : 0), out long number);
        value = (int)Math.Clamp(isNegative ? -number : number, int.MinValue, int.MaxValue);
        return isWhole;
    }

    /// <summary>A number too large to be one is refused for its range; words such as <c>Infinity</c> are no numbers.</summary>
    static bool TryParseNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && !text.AsSpan().ContainsAnyExcept(NumberLetters);
}
