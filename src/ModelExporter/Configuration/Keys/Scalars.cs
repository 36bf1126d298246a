using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Configuration.Keys;

/// <summary>The types of single values that keys share.</summary>
static class Scalars
{
    static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789+-.eE");

    public static readonly ScalarType<bool> Boolean = new("boolean", "true or false", "", TryParseBoolean, _ => true)
    {
        Schema = json => TextOf(json, ["boolean", "string"], "^(true|True|TRUE|false|False|FALSE)$"),
    };

    public static readonly ScalarType<WindowSpec> Window = new(
        "window", "1m to 400d or last_20 to last_10000000",
        "such as 5m, 24h or last_1000; last_N takes multiples of 20", WindowSpec.TryParse, _ => true)
    {
        Schema = json => TextOf(json, ["string"], "^([0-9]+[smhd]|last_[0-9]*[02468]0)$"),
    };

    public static ScalarType<string> Text(int maxBytes) =>
        new("text", $"1 to {maxBytes} bytes", "", TryKeep, text => text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            Schema = json =>
            {
                json.Types(SchemaKeywords.AnyText);
                json.WriteNumber("minLength", 1);
                json.WriteNumber("maxLength", maxBytes);
            },
        };

    public static ScalarType<int> Whole(int min, int max) =>
        new("whole number", max == int.MaxValue ? $"at least {min}" : $"{min} to {max}", "", TryParseWhole, n => n >= min && n <= max)
        {
            Schema = json =>
            {
                TextOf(json, SchemaKeywords.Integer, "^[0-9]+$");
                json.WriteNumber("minimum", min);
                if (max < int.MaxValue) json.WriteNumber("maximum", max);
            },
        };

    /// <summary>A finite number between two bounds that it may not reach; without them any.</summary>
    public static ScalarType<double> Number(double above = double.NegativeInfinity, double below = double.PositiveInfinity)
    {
        var (hasLeast, hasMost) = (double.IsFinite(above), double.IsFinite(below));
        string range = string.Create(CultureInfo.InvariantCulture, $"{(hasLeast ? $"above {above}" : "")}{(hasLeast && hasMost ? " and " : "")}{(hasMost ? $"below {below}" : "")}");
        return new("number", range, "", TryParseNumber, x => x > above && x < below)
        {
            Schema = json =>
            {
                TextOf(json, SchemaKeywords.Number, "^[-+0-9.eE]+$");
                if (hasLeast) json.WriteNumber("exclusiveMinimum", above);
                if (hasMost) json.WriteNumber("exclusiveMaximum", below);
            },
        };
    }

    public static ScalarType<TimeSpan> Duration(string min, string max)
    {
        var (least, most) = (DurationText.Parse(min), DurationText.Parse(max));
        return new("duration", $"{min} to {max}", "such as 30s, 5m, 1h or 7d", DurationText.TryParse, d => d >= least && d <= most)
        {
            Schema = json => TextOf(json, ["string"], "^[0-9]+[smhd]$"),
        };
    }

    public static ScalarType<int> Size(string min, string max)
    {
        var (least, most) = (SizeText.Parse(min), SizeText.Parse(max));
        return new("size", $"{min} to {max}", "such as 65536, 64KiB or 1MiB", SizeText.TryParse, bytes => bytes >= least && bytes <= most)
        {
            Schema = json =>
            {
                TextOf(json, SchemaKeywords.Integer, "^[0-9]+(KiB|MiB)?$");
                json.WriteNumber("minimum", least);
                json.WriteNumber("maximum", most);
            },
        };
    }

    static void TextOf(Utf8JsonWriter json, string[] types, string pattern)
    {
        json.Types(types);
        json.Pattern(pattern);
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
