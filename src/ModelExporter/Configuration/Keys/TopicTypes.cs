using System.Text.RegularExpressions;

namespace ModelExporter.Configuration.Keys;

/// <summary>The types of values that are topics.</summary>
static partial class TopicTypes
{
    const string Letters = "1 to 249 of the letters a-z A-Z 0-9 . _ -";

    public static readonly ScalarType<string> Name = new("topic", Letters, "", TryKeep, text => Valid().IsMatch(text));

    public static readonly ScalarType<string> NameOrPattern =
        new("topic", $"{Letters}, or a pattern that begins with ^", "such as predictions or ^labels-.*", TryKeep, text => text.StartsWith('^') || Valid().IsMatch(text));

    static bool TryKeep(string text, out string value)
    {
        value = text;
        return text.Length > 0;
    }

    [GeneratedRegex("^[a-zA-Z0-9._-]{1,249}$")]
    private static partial Regex Valid();
}
