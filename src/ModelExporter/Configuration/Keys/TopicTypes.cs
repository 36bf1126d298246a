using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelExporter.Configuration.Keys;

/// <summary>The types of values that are topics.</summary>
static partial class TopicTypes
{
    const string Expression = "^[a-zA-Z0-9._-]{1,249}$";

    const string Letters = "1 to 249 of the letters a-z A-Z 0-9 . _ -";

    public static readonly ScalarType<string> Name = new("topic", Letters, "", TryKeep, text => Valid().IsMatch(text)) { Schema = json => Matching(json, Expression) };

    public static readonly ScalarType<string> NameOrPattern =
        new("topic", $"{Letters}, or a pattern that begins with ^", "such as predictions or ^labels-.*", TryKeep, text => text.StartsWith('^') || Valid().IsMatch(text))
        {
            Schema = json => Matching(json, $@"^\^|{Expression}"),
        };

    static void Matching(Utf8JsonWriter json, string expression)
    {
        json.Types(SchemaKeywords.AnyText);
        json.Pattern(expression);
    }

    static bool TryKeep(string text, out string value)
    {
        value = text;
        return text.Length > 0;
    }

    [GeneratedRegex(Expression)]
    private static partial Regex Valid();
}
