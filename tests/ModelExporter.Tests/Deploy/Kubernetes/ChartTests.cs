using k8s.Models;
using ModelExporter.Commands;
using ModelExporter.Http;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The workload of the chart, for every file of values in <c>ci/</c>.</summary>
public sealed class ChartTests
{
    public static TheoryData<string> AllValues => Chart.AllValues;

    [RequiresClusterToolsTheory]
    [MemberData(nameof(AllValues))]
    public async Task Lint_Strict_Passes(string values)
    {
        var finished = await ClusterTools.HelmAsync("lint", "--strict", Chart.Folder, "-f", Chart.ValuesOf(values));
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
    }

    [RequiresClusterToolsTheory]
    [MemberData(nameof(AllValues))]
    public async Task Objects_OfARelease_AreInItsNamespaceAndCarryItsLabels(string values)
    {
        var rendered = await Chart.ParseAsync(values);

        Assert.All(rendered.All.Cast<IMetadata<V1ObjectMeta>>(), o =>
        {
            Assert.Equal("ml", o.Metadata.NamespaceProperty);
            Assert.Equal(("modelexporter", "modelexporter", "Helm"), (
                o.Metadata.Labels["app.kubernetes.io/name"], o.Metadata.Labels["app.kubernetes.io/instance"], o.Metadata.Labels["app.kubernetes.io/managed-by"]));
        });
    }

    [RequiresClusterToolsTheory]
    [MemberData(nameof(AllValues))]
    public async Task Pod_Security_AllowsNothing(string values)
    {
        var rendered = await Chart.ParseAsync(values);
        var pod = Chart.PodOf(rendered).Spec;

        Containment.AssertTight(pod.SecurityContext, Chart.ContainerOf(rendered).SecurityContext);
        Assert.Equal((false, false), (pod.AutomountServiceAccountToken, pod.EnableServiceLinks));
        Assert.Equal(pod.ServiceAccountName, rendered.One<V1ServiceAccount>().Metadata.Name);
        Assert.Equal(false, rendered.One<V1ServiceAccount>().AutomountServiceAccountToken);
        Assert.Contains(Chart.ContainerOf(rendered).Env, e => e is { Name: "DOTNET_EnableDiagnostics", Value: "0" });
        Assert.All(Chart.ContainerOf(rendered).VolumeMounts, m => Assert.Equal(m.Name != "state", m.ReadOnlyProperty ?? false));
    }

    [RequiresClusterToolsTheory]
    [MemberData(nameof(AllValues))]
    public async Task Arguments_OfTheContainer_AreThoseOfTheProgram(string values) =>
        Assert.Empty(CommandLine.Build().Parse([.. Chart.ContainerOf(await Chart.ParseAsync(values)).Args]).Errors);

    [RequiresClusterToolsTheory]
    [MemberData(nameof(AllValues))]
    public async Task Service_OfARelease_LeadsToBothPorts(string values)
    {
        var rendered = await Chart.ParseAsync(values);
        var service = rendered.One<V1Service>();
        var container = Chart.ContainerOf(rendered);

        Assert.All(service.Spec.Selector, wanted => Assert.Equal(wanted.Value, Chart.PodOf(rendered).Metadata.Labels[wanted.Key]));
        Assert.Equal([WebOptions.DefaultPort, WebOptions.DefaultTelemetryPort], container.Ports.Select(p => p.ContainerPort));
        Assert.Equal(container.Ports.Select(p => p.Name), service.Spec.Ports.Select(p => p.TargetPort.Value));
        Assert.Equal(container.Ports.Select(p => p.ContainerPort), service.Spec.Ports.Select(p => p.Port));
    }

    /// <summary>What comes out of the chart is a config that the program takes, with its files beside it.</summary>
    [RequiresClusterToolsTheory]
    [MemberData(nameof(AllValues))]
    public async Task Config_OfARelease_PassesCheck(string values)
    {
        using var folder = new TestFolder();
        string log = Repository.PathOf("examples", "churn", "predictions.jsonl");
        var baseline = await BuiltProgram.RunAsync("baseline", log, "--model", "churn", "--task", "binary", "--positive-label", "yes", "-o", folder["churn.json"]);
        Assert.True(baseline.ExitCode == 0, baseline.Error);
        string[] files = values == Chart.Full ? ["--set-file", $@"files.churn\.json={folder["churn.json"]}"] : [];

        var rendered = await Chart.ParseAsync(values, files);
        foreach (var (name, content) in rendered.All.OfType<V1ConfigMap>().Single(c => c.Metadata.Name == "modelexporter").Data) folder.Write(name, content);
        var check = BuiltProgram.Start("check", "--config.file", folder["modelexporter.yml"]);
        foreach (var variable in Chart.ContainerOf(rendered).Env) check.Environment[variable.Name] = variable.Value ?? "given";
        var finished = await Finished.RunAsync(check);

        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
    }

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
        string config = rendered.All.OfType<V1ConfigMap>().Single(c => c.Metadata.Name == "modelexporter").Data["modelexporter.yml"];
        Assert.Contains($"checkpoint:\n  interval: 30s\n  path: {mounted}\n", config, StringComparison.Ordinal);
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
