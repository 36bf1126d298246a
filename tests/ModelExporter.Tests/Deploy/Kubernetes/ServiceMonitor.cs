using k8s.Models;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The prometheus-operator's ServiceMonitor, as far as it is used here: what else a manifest had would be an error.</summary>
sealed class ServiceMonitor : IMetadata<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "";

    public string Kind { get; set; } = "";

    public V1ObjectMeta Metadata { get; set; } = new();

    public ServiceMonitorSpec Spec { get; set; } = new();

    public sealed class ServiceMonitorSpec
    {
        public MonitoredNamespaces NamespaceSelector { get; set; } = new();

        public V1LabelSelector Selector { get; set; } = new();

        public IList<ScrapeEndpoint> Endpoints { get; set; } = [];
    }
}
