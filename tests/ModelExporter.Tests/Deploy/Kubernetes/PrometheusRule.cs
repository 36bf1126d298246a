using k8s.Models;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The prometheus-operator's PrometheusRule, as far as it is used here: what else a manifest had would be an error.</summary>
sealed class PrometheusRule : IMetadata<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "";

    public string Kind { get; set; } = "";

    public V1ObjectMeta Metadata { get; set; } = new();

    public PrometheusRuleSpec Spec { get; set; } = new();

    public sealed class PrometheusRuleSpec
    {
        public IList<RuleGroup> Groups { get; set; } = [];
    }

    public sealed class RuleGroup
    {
        public string Name { get; set; } = "";

        public string? Interval { get; set; }

        public IList<GroupedRule> Rules { get; set; } = [];
    }

    public sealed class GroupedRule
    {
        public string? Alert { get; set; }

        public string? Record { get; set; }

        public string Expr { get; set; } = "";

        public string? For { get; set; }

        [System.Text.Json.Serialization.JsonPropertyName("keep_firing_for")]
        [YamlDotNet.Serialization.YamlMember(Alias = "keep_firing_for", ApplyNamingConventions = false)]
        public string? KeepFiringFor { get; set; }

        public IDictionary<string, string> Labels { get; set; } = new Dictionary<string, string>();

        public IDictionary<string, string> Annotations { get; set; } = new Dictionary<string, string>();
    }
}
