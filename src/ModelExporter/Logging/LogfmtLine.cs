using System.Globalization;
using System.Text;

namespace ModelExporter.Logging;

/// <summary>A line of <c>key=value</c> pairs; quoted and escaped as Go's <c>log/slog</c> does it.</summary>
sealed class LogfmtLine : LogLine
{
    readonly StringBuilder _line = new();

    public override void Text(string key, string value)
    {
        Key(key);
        if (IsPlain(value)) _line.Append(value);
        else Quote(value);
    }

    public override void Literal(string key, string value)
    {
        Key(key);
        _line.Append(value);
    }

    public override void WriteTo(TextWriter writer)
    {
        _line.Append('\n');
        writer.Write(_line);
    }

    public override void Dispose()
    {
    }

    void Key(string key)
    {
        if (_line.Length > 0) _line.Append(' ');
        _line.Append(key).Append('=');
    }

    // Half a surrogate pair is enumerated as the replacement character.
    static bool IsPlain(string value)
    {
        foreach (var rune in value.EnumerateRunes())
            if (rune.Value is ' ' or '=' or '"' or 0xFFFD || !IsPrintable(rune)) return false;
        return value.Length > 0;
    }

    void Quote(string value)
    {
        _line.Append('"');
        for (int at = 0; at < value.Length;)
        {
            bool whole = Rune.TryGetRuneAt(value, at, out var rune);
            if (!whole) Escape('u', value[at], "x4");
            else if (rune.Value is '"' or '\\') _line.Append('\\').Append((char)rune.Value);
            else if (rune.Value == '\n') _line.Append(@"\n");
            else if (rune.Value == '\r') _line.Append(@"\r");
            else if (rune.Value == '\t') _line.Append(@"\t");
            else if (IsPrintable(rune)) _line.Append(value, at, rune.Utf16SequenceLength);
            else if (rune.IsBmp) Escape('u', rune.Value, "x4");
            else Escape('U', rune.Value, "x8");
            at += whole ? rune.Utf16SequenceLength : 1;
        }
        _line.Append('"');
    }

    void Escape(char form, int code, string format) =>
        _line.Append('\\').Append(form).Append(code.ToString(format, CultureInfo.InvariantCulture));

    // As strconv.IsPrint. Some of what is not would end a line in one viewer or turn it around in another.
    static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
