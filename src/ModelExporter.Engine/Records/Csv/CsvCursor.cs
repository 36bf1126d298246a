using System.Text;

namespace ModelExporter.Engine.Records.Csv;

/// <summary>Reads the fields of one line of CSV as RFC 4180 has them, in place; a line break within quotes is no part of a line.</summary>
/// <remarks>More lenient than the RFC in one thing, as most readers are: a quote inside a field that does not begin with one is a character like any other.</remarks>
public ref struct CsvCursor(ReadOnlySpan<byte> line)
{
    readonly ReadOnlySpan<byte> _line = line;
    int _next;

    /// <summary>The last field as it stands between its quotes.</summary>
    public ReadOnlySpan<byte> Field { get; private set; }

    /// <summary>It holds doubled quotes, each of which stands for one.</summary>
    public bool Escaped { get; private set; }

    /// <summary>A quote is not closed, or something follows where one is.</summary>
    public bool Failed { get; private set; }

    /// <summary>A line without the mark of its encoding, which only begins a file, and without what is left of a CRLF.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("\uFEFF"u8)) line = line[3..];
        return line is [.. var rest, (byte)'\r'] ? rest : line;
    }

    /// <summary>Moves to the next field; false behind the last one, and where the line is no CSV.</summary>
    public bool TryRead()
    {
        // A line has one field more than commas: behind the last of them lies an empty one.
        if (_next > _line.Length || Failed) return false;
        var rest = _line[_next..];
        Escaped = false;
        if (rest is [(byte)'"', ..]) return TryReadQuoted(rest);
        int end = rest.IndexOf((byte)',');
        Field = end < 0 ? rest : rest[..end];
        _next += Field.Length + 1;
        return true;
    }

    /// <summary>What the last field stands for.</summary>
    /// <param name="room">At least as long as the field.</param>
    public readonly ReadOnlySpan<byte> Unescape(Span<byte> room)
    {
        int written = 0;
        for (int i = 0; i < Field.Length; i++)
        {
            room[written++] = Field[i];
            if (Field[i] == (byte)'"') i++;
        }
        return room[..written];
    }

    /// <summary>The last field as a text.</summary>
    public readonly string Text() => Encoding.UTF8.GetString(Escaped ? Unescape(new byte[Field.Length]) : Field);

    bool TryReadQuoted(ReadOnlySpan<byte> rest)
    {
        int at = 1;
        while (true)
        {
            int quote = rest[at..].IndexOf((byte)'"');
            if (quote < 0) break;
            at += quote + 1;
            if (at < rest.Length && rest[at] == (byte)'"')
            {
                Escaped = true;
                at++;
                continue;
            }
            if (at < rest.Length && rest[at] != (byte)',') break;
            Field = rest[1..(at - 1)];
            _next += at + 1;
            return true;
        }
        Failed = true;
        return false;
    }
}
