using k8s.Models;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The workload of the chart, as the values want it.</summary>
public sealed class ChartWorkloadTests
{
    [RequiresClusterToolsFact]
    public async Task Deployment_Stateless_KeepsNothingOnDisk()
    {
        var rendered = await Chart.ParseAsync(Chart.Stateless);

        Assert.Empty(rendered.All.OfType<V1StatefulSet>());
        Assert.Equal(["config"], Chart.PodOf(rendered).Spec.Volumes.Select(v => v.Name));
        Assert.DoesNotContain("checkpoint", rendered.One<V1ConfigMap>().Data["modelexporter.yml"], StringComparison.Ordinal);
    }

    [RequiresClusterToolsFact]
    public async Task StatefulSet_Replicas_KeepCheckpointsOnVolumesOfTheirOwn()
    {
        var rendered = await Chart.ParseAsync(Chart.Full);
        var set = rendered.One<V1StatefulSet>();
        var claim = Assert.Single(set.Spec.VolumeClaimTemplates);

        Assert.Empty(rendered.All.OfType<V1Deployment>());
        Assert.Equal((2, rendered.One<V1Service>().Metadata.Name), (set.Spec.Replicas, set.Spec.ServiceName));
        Assert.Equal(("5Gi", "fast"), (claim.Spec.Resources.Requests["storage"].ToString(), claim.Spec.StorageClassName));
        string mounted = Chart.ContainerOf(rendered).VolumeMounts.Single(m => m.Name == claim.Metadata.Name).MountPath;
        Assert.Contains($"checkpoint:\n  interval: 30s\n  path: {mounted}\n", Chart.ConfigOf(rendered)["modelexporter.yml"], StringComparison.Ordinal);
    }

    [RequiresClusterToolsFact]
    public async Task Probes_WithoutWebConfig_AskByHttp()
    {
        var container = Chart.ContainerOf(await Chart.ParseAsync(Chart.Stateless));

        Assert.Equal(
            ["/-/ready", "/-/healthy", "/-/ready"],
            new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe }.Select(p => p.HttpGet.Path));
        Assert.All(new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe }, p => Assert.Equal("model-telemetry", p.HttpGet.Port.Value));
    }

    /// <summary>The kubelet can neither log in nor show a certificate.</summary>
    [RequiresClusterToolsFact]
    public async Task Probes_WithWebConfig_OnlyConnect()
    {
        var rendered = await Chart.ParseAsync(Chart.Full);
        var container = Chart.ContainerOf(rendered);

        Assert.All(new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe }, p =>
        {
            Assert.Null(p.HttpGet);
            Assert.Equal("model-telemetry", p.TcpSocket.Port.Value);
        });
        Assert.Contains("--web.config.file=/etc/modelexporter-web/web.yml", container.Args);
        Assert.Equal("modelexporter-web", Chart.PodOf(rendered).Spec.Volumes.Single(v => v.Name == "web-config").Secret.SecretName);
    }

    [RequiresClusterToolsFact]
    public async Task Config_Changed_IsARollout()
    {
        async Task<string> Checksum(params string[] arguments) => Chart.PodOf(await Chart.ParseAsync(Chart.Stateless, arguments)).Metadata.Annotations["checksum/config"];

        string before = await Checksum();
        Assert.Equal(before, await Checksum("--set", "replicaCount=3"));
        Assert.NotEqual(before, await Checksum("--set", "config.http.max_body_bytes=1MiB"));
        Assert.NotEqual(before, await Checksum("--set", @"files.a\.json=b"));
    }

    [RequiresClusterToolsFact]
    public async Task LargeNumbers_InTheConfig_StayWhole() => Assert.Contains(
        "max_pending: 2000000\n", (await Chart.ParseAsync(Chart.Stateless, "--set", "config.defaults.labels.max_pending=2000000")).One<V1ConfigMap>().Data["modelexporter.yml"], StringComparison.Ordinal);

    [RequiresClusterToolsFact]
    public async Task Annotations_AndLabelsOfUsers_AreKept()
    {
        var rendered = await Chart.ParseAsync(Chart.Full);

        Assert.Equal("risk", Chart.PodOf(rendered).Metadata.Annotations["example.com/owner"]);
        Assert.Equal("backend", Chart.PodOf(rendered).Metadata.Labels["example.com/tier"]);
        Assert.Equal("risk", rendered.One<V1ServiceAccount>().Metadata.Annotations["example.com/owner"]);
        Assert.All(rendered.All.Cast<IMetadata<V1ObjectMeta>>(), o => Assert.Equal("risk", o.Metadata.Labels["team"]));
    }

    [RequiresClusterToolsFact]
    public async Task Scheduling_OfUsers_ReachesThePod()
    {
        var pod = Chart.PodOf(await Chart.ParseAsync(Chart.Full));

        var spread = Assert.Single(pod.Spec.TopologySpreadConstraints);
        Assert.All(spread.LabelSelector.MatchLabels, wanted => Assert.Equal(wanted.Value, pod.Metadata.Labels[wanted.Key]));
        Assert.Equal("dedicated", Assert.Single(pod.Spec.Tolerations).Key);
        Assert.Equal("monitoring", pod.Spec.PriorityClassName);
    }

    [RequiresClusterToolsFact]
    public async Task Further_VolumesVariablesAndRules_ReachThePod()
    {
        var rendered = await Chart.ParseAsync(Chart.Pushed);
        var (pod, container) = (Chart.PodOf(rendered).Spec, Chart.ContainerOf(rendered));

        Assert.Equal("quality", Assert.Single(container.EnvFrom).SecretRef.Name);
        Assert.Equal("/etc/certificates", container.VolumeMounts.Single(m => m.Name == "certificates").MountPath);
        Assert.Equal("certificates", pod.Volumes.Single(v => v.Name == "certificates").Secret.SecretName);
        Assert.Equal(("registry", "Always"), (Assert.Single(pod.ImagePullSecrets).Name, container.ImagePullPolicy));
        Assert.Equal("linux", pod.NodeSelector["kubernetes.io/os"]);
        Assert.Single(pod.Affinity.PodAntiAffinity.PreferredDuringSchedulingIgnoredDuringExecution);
        Assert.Equal("quality-reader", pod.ServiceAccountName);
    }

    [RequiresClusterToolsTheory]
    [InlineData("r2r", "", "-r2r")]
    [InlineData("", "", "")]
    [InlineData("r2r", "9.9.9", "9.9.9")]
    public async Task Image_Tag_IsTheVersionAndTheVariantUnlessItIsTold(string variant, string tag, string expected)
    {
        string image = Chart.ContainerOf(await Chart.ParseAsync(Chart.Stateless, "--set", $"image.variant={variant},image.tag={tag}")).Image;

        Assert.StartsWith("ghcr.io/modelexporter/modelexporter:", image, StringComparison.Ordinal);
        Assert.EndsWith(expected, image, StringComparison.Ordinal);
        Assert.Equal(tag.Length == 0 && variant.Length > 0, image.EndsWith("-r2r", StringComparison.Ordinal));
    }
}
