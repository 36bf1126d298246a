using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Tests.Records.Json;

/// <summary>The tokens of a text as one string, once by the cursor and once by the library; null if it is malformed.</summary>
static class JsonTokens
{
    public static string? ByLibrary(byte[] utf8)
    {
        if (!Utf8.IsValid(utf8)) return null;
        var tokens = new StringBuilder();
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject: tokens.Append("{ "); break;
                    case JsonTokenType.EndObject: tokens.Append("} "); break;
                    case JsonTokenType.StartArray: tokens.Append("[ "); break;
                    case JsonTokenType.EndArray: tokens.Append("] "); break;
                    case JsonTokenType.PropertyName: AppendText(tokens.Append("name "), ref reader); break;
                    case JsonTokenType.String: AppendText(tokens, ref reader); break;
                    case JsonTokenType.Number: AppendNumber(tokens, reader.GetDouble(), reader.ValueSpan); break;
                    default: tokens.Append(Encoding.UTF8.GetString(reader.ValueSpan)).Append(' '); break;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return tokens.ToString();
    }

    public static string? ByCursor(byte[] utf8)
    {
        var tokens = new StringBuilder();
        var cursor = new JsonCursor(WithMoreBehind(utf8));
        if (AppendValue(tokens, ref cursor) && cursor.TryEnd()) return tokens.ToString();
        Assert.True(cursor.Failed);
        Assert.False(cursor.TryReadValue(out _) || cursor.TryReadProperty(out _) || cursor.TryReadElement() || cursor.TrySkipValue()
            || cursor.TryReadExpectedProperty(""u8) || cursor.TryEnd());
        return null;
    }

    public static bool CursorSkips(byte[] utf8)
    {
        var cursor = new JsonCursor(WithMoreBehind(utf8));
        return cursor.TrySkipValue() && cursor.TryEnd();
    }

    // Whoever reads past the end reads digits, and a quote.
    static ReadOnlySpan<byte> WithMoreBehind(byte[] utf8)
    {
        byte[] bytes = [.. utf8, .. "9\",99999999999999999999999999999999999999"u8];
        return bytes.AsSpan(0, utf8.Length);
    }

    static bool AppendValue(StringBuilder tokens, ref JsonCursor cursor)
    {
        if (!cursor.TryReadValue(out var kind)) return false;
        switch (kind)
        {
            case JsonKind.Object:
                tokens.Append("{ ");
                while (cursor.TryReadProperty(out var name))
                {
                    AppendText(tokens.Append("name "), name, cursor.NameEscaped);
                    if (!AppendValue(tokens, ref cursor)) return false;
                }

                tokens.Append("} ");
                break;
            case JsonKind.Array:
                tokens.Append("[ ");
                while (cursor.TryReadElement())
                    if (!AppendValue(tokens, ref cursor)) return false;
                tokens.Append("] ");
                break;
            case JsonKind.String: AppendText(tokens, cursor.Text, cursor.Escaped); break;
            case JsonKind.Number: AppendNumber(tokens, cursor.Number, cursor.Text); break;
            default: tokens.Append(Encoding.UTF8.GetString(cursor.Text)).Append(' '); break;
        }

        return !cursor.Failed;
    }

    static void AppendText(StringBuilder tokens, ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            text = "lone surrogate";
        }

        tokens.Append('\'').Append(text).Append(reader.ValueIsEscaped ? "' escaped " : "' ");
    }

    static void AppendText(StringBuilder tokens, ReadOnlySpan<byte> raw, bool escaped)
    {
        var text = new byte[raw.Length];
        var length = raw.Length;
        raw.CopyTo(text);
        var whole = !escaped || JsonText.TryUnescape(raw, text, out length);
        tokens.Append('\'')
            .Append(whole ? Encoding.UTF8.GetString(text, 0, length) : "lone surrogate")
            .Append(escaped ? "' escaped " : "' ");
    }

    static void AppendNumber(StringBuilder tokens, double value, ReadOnlySpan<byte> token) => tokens
        .Append(BitConverter.DoubleToInt64Bits(value).ToString("x", CultureInfo.InvariantCulture)).Append(' ')
        .Append(Encoding.UTF8.GetString(token)).Append(' ');
}
