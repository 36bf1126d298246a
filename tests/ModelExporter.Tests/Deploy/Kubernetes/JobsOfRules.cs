using System.Text.RegularExpressions;
using ModelExporter.Tests.Rules;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The jobs that the rules take for exporters.</summary>
static partial class JobsOfRules
{
    static readonly string Pattern = JobMatcher().Match(RuleFiles.Alerts.Single(a => a.Name == "ModelExporterDown").Expression).Groups[1].Value;

    public static bool Know(string job) => Regex.IsMatch(job, $"^(?:{Pattern})$");

    [GeneratedRegex("job=~\"([^\"]+)\"")]
    private static partial Regex JobMatcher();
}
