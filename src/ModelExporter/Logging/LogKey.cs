using System.Text;

namespace ModelExporter.Logging;

/// <summary>The key of a message's parameter: its name in snake case, and never one that a line already has.</summary>
static class LogKey
{
    static readonly string[] Taken = ["time", "level", "component", "msg", "err", "stack"];

    public static string Of(string parameter)
    {
        var key = new StringBuilder(parameter.Length + 4);
        for (int i = 0; i < parameter.Length; i++)
        {
            char c = parameter[i];
            if (char.IsAsciiLetterUpper(c) && i > 0 && StartsWord(parameter, i)) key.Append('_');
            key.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_');
        }
        string name = key.Length == 0 ? "_" : key.ToString();
        return Taken.Contains(name) ? name + "_" : name;
    }

    // FilePath, HTTPStatus: after a small letter or digit, or as the last capital of several.
    static bool StartsWord(string text, int at) =>
        char.IsAsciiLetterLower(text[at - 1]) || char.IsAsciiDigit(text[at - 1])
        || (char.IsAsciiLetterUpper(text[at - 1]) && at + 1 < text.Length && char.IsAsciiLetterLower(text[at + 1]));
}
