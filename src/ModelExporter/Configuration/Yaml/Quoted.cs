using System.Globalization;
using System.Text;

namespace ModelExporter.Configuration.Yaml;

/// <summary>Puts text of the file into a message: always one line, never long.</summary>
static class Quoted
{
    const int MaxText = 60;
    const int MaxLine = 200;

    public static string Text(string text) => $"\"{Cut(text, MaxText)}\"";

    /// <summary>Without the quotation marks, for a sentence of the parser.</summary>
    public static string Line(string text) => Cut(text, MaxLine);

    static string Cut(string text, int length)
    {
        var line = new StringBuilder();
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, length)))
        {
            bool isPlain = !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029');
            if (isPlain) line.Append(c);
            else line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return (text.Length > length ? line.Append('…') : line).ToString();
    }
}
