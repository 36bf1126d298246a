using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Rules;

/// <summary>Makes time go faster: every duration of the shipped rules and routes divided by one number, and nothing else changed.</summary>
static partial class Haste
{
    public const int Factor = 120;

    /// <summary>How long Prometheus and its rules take for a minute.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1) / Factor;

    /// <summary>Ranges, offsets, intervals and waits of a rule file.</summary>
    public static string OfRules(string yaml) => RuleDuration().Replace(yaml, m => m.Groups[1].Value + Shorter(m));

    /// <summary>Waits and repetitions of an Alertmanager's routes.</summary>
    public static string OfRoutes(string yaml) => RouteDuration().Replace(yaml, m => m.Groups[1].Value + Shorter(m));

    static string Shorter(Match duration)
    {
        double seconds = double.Parse(duration.Groups[2].Value, CultureInfo.InvariantCulture) * duration.Groups[3].Value switch
        {
            "s" => 1, "m" => 60, "h" => 3600, "d" => 86_400, _ => 604_800,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000 / Factor:0}ms");
    }

    [GeneratedRegex(@"(\b(?:for|keep_firing_for|interval): |\boffset |\[|(?<=\[\w+):)(\d+)([smhdw])\b")]
    private static partial Regex RuleDuration();

    [GeneratedRegex(@"(\b(?:group_wait|group_interval|repeat_interval|resolve_timeout): )(\d+)([smhdw])\b")]
    private static partial Regex RouteDuration();
}
