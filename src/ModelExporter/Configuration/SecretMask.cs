using System.Text;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration;

/// <summary>Takes the secrets out of a config's text: it is shown on the status page.</summary>
static class SecretMask
{
    const string Masked = "\"***\"";

    /// <param name="text">The text of the file.</param>
    /// <param name="root">What was read from this text.</param>
    public static string Of(string text, ConfigNode? root)
    {
        var masked = new StringBuilder(text);
        // From the end on, so that what is yet to be masked stays where it is.
        foreach (var (start, end) in SecretsIn(root).Select(s => (s.Start, s.End)).Distinct().OrderByDescending(s => s.Start))
        {
            string secret = text[start..end];
            string lineBreaks = secret[secret.TrimEnd().Length..];
            masked.Remove(start, end - start).Insert(start, Masked + lineBreaks);
        }
        return masked.ToString();
    }

    static IEnumerable<ScalarNode> SecretsIn(ConfigNode? root)
    {
        if (root is not MappingNode { } file || file["sources"] is not ListNode sources) yield break;
        foreach (var source in sources.Items)
        {
            if (source is not MappingNode mapping || mapping["kafka"] is not MappingNode kafka || kafka["config"] is not MappingNode settings) continue;
            foreach (var setting in settings.Entries)
                if (KafkaSetting.IsSecret(setting.Key) && setting.Value is ScalarNode secret) yield return secret;
        }
    }
}
