using System.Buffers;
using System.Text;

namespace ModelExporter.Engine.Records.Json;

/// <summary>Reads what stands between the quotes of a JSON string.</summary>
public static class JsonText
{
    const int UnicodeEscapeLength = 6;

    static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>Writes the text that <paramref name="escaped"/> stands for; false if an escape is malformed or half a pair.</summary>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="escaped"/>.</exception>
    public static bool TryUnescape(ReadOnlySpan<byte> escaped, Span<byte> destination, out int written)
    {
        if (destination.Length < escaped.Length)
            throw new ArgumentException($"{destination.Length} bytes are too few for {escaped.Length}.", nameof(destination));

        written = 0;
        while (true)
        {
            var plain = escaped.IndexOf((byte)'\\');
            if (plain < 0)
            {
                escaped.CopyTo(destination[written..]);
                written += escaped.Length;
                return true;
            }

            escaped[..plain].CopyTo(destination[written..]);
            written += plain;
            escaped = escaped[plain..];
            if (!TryReadEscape(escaped, out var rune, out var length)) return false;
            written += rune.EncodeToUtf8(destination[written..]);
            escaped = escaped[length..];
        }
    }

    /// <summary>The position of the quote that ends the string at the start of <paramref name="text"/>; -1 if the string is malformed
    /// or has no end.</summary>
    internal static int IndexOfClosingQuote(ReadOnlySpan<byte> text, out bool escaped)
    {
        escaped = false;
        for (var at = 0; ;)
        {
            var plain = text[at..].IndexOfAny(Special);
            if (plain < 0) return -1;
            at += plain;
            if (text[at] == (byte)'"') return at;
            var length = EscapeLength(text[at..]);
            if (length == 0) return -1;
            escaped = true;
            at += length;
        }
    }

    // 0 if there is no well-formed escape. Surrogates are not looked at: alone, they are valid JSON that stands for no text.
    static int EscapeLength(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'\\', (byte)'u', ..] => TryReadHex(text, out _) ? UnicodeEscapeLength : 0,
        [(byte)'\\', var letter, ..] when "\"\\/bfnrt"u8.Contains(letter) => 2,
        _ => 0,
    };

    static bool TryReadEscape(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        rune = default;
        length = EscapeLength(text);
        if (length == 0) return false;
        if (length == 2)
        {
            rune = new Rune(text[1] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                var itself => (char)itself,
            });
            return true;
        }

        TryReadHex(text, out var first);
        if (Rune.TryCreate(first, out rune)) return true;
        length = 2 * UnicodeEscapeLength;
        return text[UnicodeEscapeLength..] is [(byte)'\\', (byte)'u', ..] rest
            && TryReadHex(rest, out var second)
            && Rune.TryCreate(first, second, out rune);
    }

    // The four digits after "\u". The library's hexadecimal parser would also take a NUL at the end.
    static bool TryReadHex(ReadOnlySpan<byte> escape, out char value)
    {
        value = default;
        if (escape.Length < UnicodeEscapeLength) return false;
        foreach (var digit in escape[2..UnicodeEscapeLength])
        {
            if (!char.IsAsciiHexDigit((char)digit)) return false;
            value = (char)(value << 4 | (digit & 0xF) + (digit >> 6) * 9); // letters of both cases have bit 6
        }

        return true;
    }
}
