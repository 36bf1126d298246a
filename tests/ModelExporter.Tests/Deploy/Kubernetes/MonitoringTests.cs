using k8s.Models;
using ModelExporter.Tests.Dashboards;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>What Prometheus and Grafana are told of the sidecars of a cluster.</summary>
public sealed class MonitoringTests
{
    /// <summary>To write them anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    [Fact]
    public void Rules_Generated_AreFresh()
    {
        foreach (var (path, text) in KubernetesRules.Files)
        {
            if (Repository.IsUpdating) File.WriteAllText(path, text);
            Assert.Equal(text, File.ReadAllText(path));
        }
        Assert.Equal(KubernetesRules.Files.Keys.Order(StringComparer.Ordinal), KubernetesRules.Committed.Order(StringComparer.Ordinal));
    }

    [RequiresClusterToolsFact(Promtool.Name)]
    public async Task Kustomization_Rules_AreTheShippedOnes() => await ShippedRules.AssertAreAsync(await BuildAsync());

    [RequiresClusterToolsFact]
    public async Task Kustomization_Objects_AreTheMonitorTheRulesAndTheDashboards()
    {
        var built = Manifests.Parse(await BuildAsync());

        Assert.Equal(1 + KubernetesRules.Files.Count - 1 + Dashboard.All.Count, built.All.Count);
        Assert.Equal(Dashboard.All.Select(d => d.Uid).Order(StringComparer.Ordinal), built.All.OfType<V1ConfigMap>().Select(c => c.Metadata.Name).Order(StringComparer.Ordinal));
        Assert.All(built.All.OfType<V1ConfigMap>(), c => Assert.Equal("1", c.Metadata.Labels["grafana_dashboard"]));
    }

    [RequiresClusterToolsFact]
    public async Task PodMonitor_OfTheSidecars_SelectsThemAndBothPorts()
    {
        var monitor = Manifests.Parse(await BuildAsync()).One<PodMonitor>();
        using var workloads = new SidecarWorkloads();
        var template = Manifests.Parse(await workloads.BuildAsync(["sidecar"])).One<V1Deployment>("churn").Spec.Template;

        Assert.All(monitor.Spec.Selector.MatchLabels, wanted => Assert.Equal(wanted.Value, template.Metadata.Labels[wanted.Key]));
        Assert.Equal(template.Spec.InitContainers.Single(c => c.Name == "modelexporter").Ports.Select(p => p.Name), monitor.Spec.PodMetricsEndpoints.Select(e => e.Port));
        Assert.DoesNotContain(template.Spec.Containers.SelectMany(c => c.Ports ?? []), p => monitor.Spec.PodMetricsEndpoints.Any(e => e.Port == p.Name));
        Assert.True(monitor.Spec.NamespaceSelector.Any);
    }

    [RequiresClusterToolsTheory]
    [InlineData("app.kubernetes.io/name", "churn", "modelexporter-churn")]
    [InlineData("app", "churn", "modelexporter-churn")]
    [InlineData("team", "risk", "monitoring/modelexporter")]
    public async Task PodMonitor_Job_IsOneThatTheRulesKnow(string label, string value, string job)
    {
        var endpoints = Manifests.Parse(await BuildAsync()).One<PodMonitor>().Spec.PodMetricsEndpoints;

        Assert.All(endpoints, endpoint =>
        {
            // The operator calls a job by the monitor, and labels of pods by names that Prometheus takes.
            var target = new Dictionary<string, string> { ["job"] = "monitoring/modelexporter", [$"__meta_kubernetes_pod_label_{label.Replace('.', '_').Replace('/', '_')}"] = value };
            Assert.Equal(job, Relabeling.Apply(endpoint.Relabelings, target)["job"]);
        });
        Assert.True(JobsOfRules.Know(job));
    }

    static Task<string> BuildAsync() => ClusterTools.KustomizeAsync(Repository.PathOf("deploy", "kubernetes", "monitoring"));
}
