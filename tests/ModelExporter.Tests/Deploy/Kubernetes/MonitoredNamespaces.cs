namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The namespaces that a monitor looks at.</summary>
sealed class MonitoredNamespaces
{
    public bool Any { get; set; }

    public IList<string> MatchNames { get; set; } = [];
}
