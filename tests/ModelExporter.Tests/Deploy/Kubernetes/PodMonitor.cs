using k8s.Models;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The prometheus-operator's PodMonitor, as far as it is used here: what else a manifest had would be an error.</summary>
sealed class PodMonitor : IMetadata<V1ObjectMeta>
{
    public const string ApiVersionOfAll = "monitoring.coreos.com/v1";

    public string ApiVersion { get; set; } = "";

    public string Kind { get; set; } = "";

    public V1ObjectMeta Metadata { get; set; } = new();

    public PodMonitorSpec Spec { get; set; } = new();

    public sealed class PodMonitorSpec
    {
        public MonitoredNamespaces NamespaceSelector { get; set; } = new();

        public V1LabelSelector Selector { get; set; } = new();

        public IList<ScrapeEndpoint> PodMetricsEndpoints { get; set; } = [];
    }
}
