using System.Globalization;
using System.Text;

namespace ModelExporter.Engine.Tests.Scenarios;

/// <summary>Takes a line of a scenario apart.</summary>
static class ScenarioLine
{
    /// <summary>Words are parted by blanks that stand outside quotes.</summary>
    public static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool quoted = false;
        foreach (char c in line)
        {
            quoted ^= c == '"';
            if (quoted || !char.IsWhiteSpace(c)) word.Append(c);
            else Flush();
        }
        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    public static (string Key, string Value) Pair(string word)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (word[..equals], word[(equals + 1)..]) : throw new FormatException($"expected key=value, not \"{word}\"");
    }

    /// <summary>Microseconds of <c>250ms</c>, <c>90s</c>, <c>-5m</c>, <c>1h</c>, <c>7d</c>.</summary>
    public static long Duration(string text)
    {
        var (unit, length) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (1_000L, 2),
            _ when text.EndsWith('s') => (1_000_000L, 1),
            _ when text.EndsWith('m') => (60_000_000L, 1),
            _ when text.EndsWith('h') => (3_600_000_000L, 1),
            _ when text.EndsWith('d') => (86_400_000_000L, 1),
            _ => throw new FormatException($"no duration: \"{text}\""),
        };
        return (long)(double.Parse(text[..^length], CultureInfo.InvariantCulture) * unit);
    }
}
