using System.Collections;
using System.Globalization;
using System.Text;

namespace ModelExporter.Logging;

/// <summary>Writes the value of a message's parameter as text, or as a number where it is one.</summary>
static class LogValue
{
    /// <summary>Characters of a value that are written.</summary>
    public const int MaxLength = 512;

    public static void Write(LogLine line, string key, object? value)
    {
        switch (value)
        {
            case null: line.Literal(key, "null"); break;
            case bool truth: line.Literal(key, truth ? "true" : "false"); break;
            case double number when !double.IsFinite(number): line.Text(key, Text(number)); break;
            case float number when !float.IsFinite(number): line.Text(key, Text(number)); break;
            case byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal:
                line.Literal(key, Text(value));
                break;
            case string text: line.Text(key, Cut(text)); break;
            case IEnumerable items: line.Text(key, Cut(Join(items))); break;
            default: line.Text(key, Cut(Text(value))); break;
        }
    }

    /// <summary>The text, or its beginning and an ellipsis; a surrogate pair stays whole.</summary>
    public static string Cut(string text, int limit = MaxLength)
    {
        if (text.Length <= limit) return text;
        int length = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return string.Concat(text.AsSpan(0, length), "…");
    }

    static string Text(object? value) => value switch
    {
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "null",
    };

    static string Join(IEnumerable items)
    {
        var text = new StringBuilder();
        foreach (object? item in items)
        {
            if (text.Length > MaxLength) break;
            if (text.Length > 0) text.Append(", ");
            text.Append(Text(item));
        }
        return text.ToString();
    }
}
