using k8s.Models;
using ModelExporter.Tests.Dashboards;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>What the chart puts around the workload when it is asked to.</summary>
public sealed class ChartAroundTests
{
    [RequiresClusterToolsFact]
    public async Task Release_Bare_HasNothingThatWasNotAskedFor()
    {
        var rendered = await Chart.ParseAsync(Chart.Stateless);

        Assert.Equal(["V1ConfigMap", "V1Deployment", "V1Service", "V1ServiceAccount"], rendered.All.Select(o => o.GetType().Name).Order(StringComparer.Ordinal));
    }

    [RequiresClusterToolsFact]
    public async Task ServiceMonitor_OfARelease_FindsBothPortsOfItsService()
    {
        var rendered = await Chart.ParseAsync(Chart.Full);
        var (monitor, service) = (rendered.One<ServiceMonitor>(), rendered.One<V1Service>());

        Assert.All(monitor.Spec.Selector.MatchLabels, wanted => Assert.Equal(wanted.Value, service.Metadata.Labels[wanted.Key]));
        Assert.Equal(["ml"], monitor.Spec.NamespaceSelector.MatchNames);
        Assert.Equal(service.Spec.Ports.Select(p => p.Name), monitor.Spec.Endpoints.Select(e => e.Port));
        Assert.Equal("prometheus", monitor.Metadata.Labels["release"]);
        Assert.All(monitor.Spec.Endpoints, e => Assert.Equal(
            ("https", "10s", "ca.crt", "modelexporter", "username", "password"),
            (e.Scheme, e.ScrapeTimeout, e.TlsConfig!.Ca!.Secret!.Key, e.TlsConfig.ServerName, e.BasicAuth!.Username!.Key, e.BasicAuth.Password!.Key)));
    }

    [RequiresClusterToolsTheory]
    [InlineData("modelexporter", "modelexporter")]
    [InlineData("modelexporter-risk", "modelexporter-risk")]
    [InlineData("risk", "modelexporter-risk")]
    public async Task ServiceMonitor_Job_IsOneThatTheRulesKnow(string release, string job)
    {
        var rendered = Manifests.Parse(await ClusterTools.TemplateAsync(release, Chart.Folder, "-f", Chart.ValuesOf(Chart.Full)));

        Assert.All(rendered.One<ServiceMonitor>().Spec.Endpoints, e => Assert.Equal(job, Relabeling.Apply(e.Relabelings, new() { ["job"] = "any" })["job"]));
        Assert.True(JobsOfRules.Know(job));
    }

    [RequiresClusterToolsFact]
    public async Task NetworkPolicy_OfARelease_LetsInWhoScrapesAndWhoPushes()
    {
        var rendered = await Chart.ParseAsync(Chart.Full);
        var policy = rendered.One<V1NetworkPolicy>().Spec;
        var ports = Chart.ContainerOf(rendered).Ports.Select(p => p.Name).ToList();

        Assert.All(policy.PodSelector.MatchLabels, wanted => Assert.Equal(wanted.Value, Chart.PodOf(rendered).Metadata.Labels[wanted.Key]));
        Assert.Equal(["Ingress", "Egress"], policy.PolicyTypes);
        Assert.Equal(2, policy.Ingress.Count);
        Assert.Equal(ports, policy.Ingress[0].Ports.Select(p => p.Port.Value));
        Assert.Equal("monitoring", Assert.Single(policy.Ingress[0].FromProperty).NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]);
        Assert.Equal([ports[0]], policy.Ingress[1].Ports.Select(p => p.Port.Value));
        Assert.Equal("models", Assert.Single(policy.Ingress[1].FromProperty).NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]);
    }

    [RequiresClusterToolsFact]
    public async Task NetworkPolicy_OfARelease_LetsOutToNamesAndBrokersAlone()
    {
        var egress = (await Chart.ParseAsync(Chart.Full)).One<V1NetworkPolicy>().Spec.Egress;

        Assert.Equal(2, egress.Count);
        Assert.Equal([("53", "UDP"), ("53", "TCP")], egress[0].Ports.Select(p => (p.Port.Value, p.Protocol)));
        Assert.Equal(["9092", "9093"], egress[1].Ports.Select(p => p.Port.Value));
        Assert.Equal("kafka", Assert.Single(egress[1].To).NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]);
    }

    [RequiresClusterToolsFact]
    public async Task NetworkPolicy_WithoutScrapersAndBrokers_LetsEverybodyInAndKeepsTheRestIn()
    {
        var policy = (await Chart.ParseAsync(Chart.Pushed)).One<V1NetworkPolicy>().Spec;

        Assert.Null(Assert.Single(policy.Ingress).FromProperty);
        Assert.Equal(2, policy.Egress.Count);
        Assert.Equal("10.0.0.0/8", Assert.Single(policy.Egress[1].To).IpBlock.Cidr);
    }

    [RequiresClusterToolsTheory]
    [InlineData(Chart.Stateless, "http://localhost:10955/status", "Nobody scrapes it yet")]
    [InlineData(Chart.Full, "https://localhost:10955/status", "as a StatefulSet of 2")]
    public async Task Notes_OfARelease_TellWhereToLook(string values, string address, string also)
    {
        var finished = await ClusterTools.HelmAsync("install", "modelexporter", Chart.Folder, "--dry-run=client", "-f", Chart.ValuesOf(values));

        Assert.True(finished.ExitCode == 0, finished.Error);
        string notes = finished.Output[finished.Output.IndexOf("\nNOTES:", StringComparison.Ordinal)..];
        Assert.Contains(address, notes, StringComparison.Ordinal);
        Assert.Contains(also, notes, StringComparison.Ordinal);
    }

    [RequiresClusterToolsFact]
    public async Task PodDisruptionBudget_OfARelease_IsOfItsPods()
    {
        var rendered = await Chart.ParseAsync(Chart.Full);
        var budget = rendered.One<V1PodDisruptionBudget>().Spec;

        Assert.All(budget.Selector.MatchLabels, wanted => Assert.Equal(wanted.Value, Chart.PodOf(rendered).Metadata.Labels[wanted.Key]));
        Assert.Equal(("1", "AlwaysAllow"), (budget.MaxUnavailable.Value, budget.UnhealthyPodEvictionPolicy));
    }

    [RequiresClusterToolsFact(Promtool.Name)]
    public async Task PrometheusRules_OfARelease_AreTheShippedOnes()
    {
        await ShippedRules.AssertAreAsync(await Chart.RenderAsync(Chart.Full), "recording-fleet-drift.yml");
        await ShippedRules.AssertAreAsync(await Chart.RenderAsync(Chart.Full, "--set", "prometheusRule.fleetDrift=true"));
    }

    [RequiresClusterToolsFact]
    public async Task PrometheusRules_OfARelease_CarryWhatAPrometheusSelectsBy() => Assert.All(
        (await Chart.ParseAsync(Chart.Full)).All.OfType<PrometheusRule>(), r => Assert.Equal("prometheus", r.Metadata.Labels["release"]));

    [RequiresClusterToolsFact]
    public async Task Dashboards_OfARelease_AreTheShippedOnes()
    {
        var maps = (await Chart.ParseAsync(Chart.Full)).All.OfType<V1ConfigMap>().Where(c => c.Metadata.Labels.ContainsKey("grafana_dashboard")).ToList();

        Assert.Equal(Dashboard.All.Select(d => d.Uid + ".json").Order(StringComparer.Ordinal), maps.Select(m => Assert.Single(m.Data).Key).Order(StringComparer.Ordinal));
        Assert.All(maps, map =>
        {
            var (file, content) = Assert.Single(map.Data);
            var shipped = Manifests.Parse(File.ReadAllText(Repository.PathOf("grafana-dashboards", "kubernetes", Path.ChangeExtension(file, ".yml")))).One<V1ConfigMap>();
            Assert.Equal(shipped.Data[file], content);
            Assert.Equal(("1", "ModelExporter", "risk"), (map.Metadata.Labels["grafana_dashboard"], map.Metadata.Annotations["grafana_folder"], map.Metadata.Annotations["example.com/owner"]));
        });
    }

    /// <summary>The folders that the chart links to are in its package.</summary>
    [RequiresClusterToolsFact]
    public async Task Package_OfTheChart_IsTheChart()
    {
        using var folder = new TestFolder();
        string package = await Chart.PackageAsync(folder);

        Assert.Equal(
            await ClusterTools.TemplateAsync("modelexporter", Chart.Folder, "-f", Chart.ValuesOf(Chart.Full)),
            await ClusterTools.TemplateAsync("modelexporter", package, "-f", Chart.ValuesOf(Chart.Full)));
        Assert.InRange(new FileInfo(package).Length, 1, 200_000);
    }
}
