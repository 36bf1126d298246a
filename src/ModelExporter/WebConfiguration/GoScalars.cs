using System.Diagnostics.CodeAnalysis;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.WebConfiguration;

/// <summary>The types of single values of a web config.</summary>
static class GoScalars
{
    /// <summary>Numbers and words of YAML are text as well, as they are written.</summary>
    public static readonly GoScalarType<string> Text = new("text", "", "", (ScalarNode scalar, [MaybeNullWhen(false)] out string value) =>
    {
        value = scalar.Text;
        return true;
    });

    /// <summary>The spellings of YAML 1.1, without quotation marks.</summary>
    public static readonly GoScalarType<bool> Boolean = new("boolean", "true or false", false, (ScalarNode scalar, out bool value) =>
    {
        value = scalar.Text is "true" or "True" or "TRUE" or "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON";
        return scalar.IsPlain && (value || scalar.Text is "false" or "False" or "FALSE" or "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF");
    });

    public static readonly GoScalarType<string> PasswordHash = new("bcrypt hash", "$2y$, the cost from 04 to 31, $, and 53 letters", "", (ScalarNode scalar, [MaybeNullWhen(false)] out string value) =>
    {
        value = scalar.Text;
        return BcryptHash.TryParse(value, out _);
    })
    { IsNeeded = true };

    public static GoScalarType<V> Word<V>(string name, V zero, params (string Word, V Meaning)[] words) =>
        new(name, string.Join(", ", words.Select(w => w.Word)), zero, (ScalarNode scalar, [MaybeNullWhen(false)] out V value) =>
        {
            int found = Array.FindIndex(words, w => w.Word == scalar.Text);
            value = found >= 0 ? words[found].Meaning : default;
            return found >= 0;
        });
}
