using System.Text;

namespace ModelExporter.Sources;

/// <summary>Makes the form of a record readable and its content not: every letter of a value becomes x, every digit 9. Names of fields stay.</summary>
public static class MaskedText
{
    const int MaxLength = 240;
    const int LongestName = 64;

    static readonly string[] Words = ["null", "true", "false", "NaN", "Infinity"];

    public static string Of(ReadOnlySpan<byte> record)
    {
        bool isCut = record.Length > MaxLength;
        string text = Encoding.UTF8.GetString(isCut ? record[..MaxLength] : record);
        var masked = new StringBuilder(text.Length + 1);
        for (int at = 0; at < text.Length;)
        {
            int length = KeptAt(text, at);
            if (length > 0) masked.Append(text, at, length);
            else masked.Append(Mask(text[at]));
            at += Math.Max(length, 1);
        }
        return isCut ? masked.Append('…').ToString() : masked.ToString();
    }

    /// <summary>How many characters from here on say nothing of a value: a field's name, or a word of JSON. 0 = none.</summary>
    static int KeptAt(string text, int at)
    {
        if (text[at] == '"')
        {
            int end = text.IndexOf('"', at + 1);
            if (end < 0 || end - at > LongestName) return 0;
            int next = end + 1;
            while (next < text.Length && text[next] == ' ') next++;
            return next < text.Length && text[next] == ':' ? end + 1 - at : 0;
        }
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return 0;
        foreach (string word in Words)
        {
            int end = at + word.Length;
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return word.Length;
        }
        return 0;
    }

    static char Mask(char c) => c switch
    {
        _ when char.IsDigit(c) => '9',
        _ when char.IsControl(c) => '·',
        _ when c < 128 && !char.IsLetter(c) => c,
        _ => 'x',
    };
}
