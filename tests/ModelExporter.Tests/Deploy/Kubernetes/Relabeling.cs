using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>A relabeling that replaces, as Prometheus applies it.</summary>
sealed class Relabeling
{
    public IList<string> SourceLabels { get; set; } = [];

    public string Regex { get; set; } = "(.*)";

    public string TargetLabel { get; set; } = "";

    public string Replacement { get; set; } = "$1";

    /// <summary>The labels of a target after these relabelings.</summary>
    public static Dictionary<string, string> Apply(IEnumerable<Relabeling> relabelings, Dictionary<string, string> target)
    {
        var labels = new Dictionary<string, string>(target);
        foreach (var step in relabelings)
        {
            string source = string.Join(';', step.SourceLabels.Select(name => labels.GetValueOrDefault(name, "")));
            var match = System.Text.RegularExpressions.Regex.Match(source, $"^(?:{step.Regex})$", RegexOptions.Singleline);
            if (match.Success) labels[step.TargetLabel] = match.Result(step.Replacement);
        }
        return labels;
    }
}
