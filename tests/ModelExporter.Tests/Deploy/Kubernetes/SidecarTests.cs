using k8s.Models;
using ModelExporter.Commands;
using ModelExporter.Http;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>What the component makes of a Deployment that has something of everything.</summary>
public sealed class SidecarTests
{
    [RequiresClusterToolsFact]
    public async Task Component_BesidesTheExporter_ChangesNothing()
    {
        using var workloads = new SidecarWorkloads();
        var before = Manifests.Parse(await workloads.BuildAsync(withComponent: false));
        var after = Manifests.Parse(await workloads.BuildAsync(withComponent: true));

        foreach (string name in new[] { "churn", "bystander" })
        {
            var deployment = after.One<V1Deployment>(name);
            WithoutExporter(deployment.Spec.Template);
            Assert.Equal(Manifests.JsonOf(before.One<V1Deployment>(name)), Manifests.JsonOf(deployment));
        }
        var set = after.One<V1StatefulSet>("ranking");
        WithoutExporter(set.Spec.Template);
        Assert.Equal(Manifests.JsonOf(before.One<V1StatefulSet>("ranking")), Manifests.JsonOf(set));
    }

    [RequiresClusterToolsFact]
    public async Task Component_OnlyWhereTheLabelIs_AddsANativeSidecar()
    {
        using var workloads = new SidecarWorkloads();
        var built = Manifests.Parse(await workloads.BuildAsync(withComponent: true));

        V1PodTemplateSpec[] asked = [built.One<V1Deployment>("churn").Spec.Template, built.One<V1StatefulSet>("ranking").Spec.Template];
        Assert.All(asked, template =>
        {
            Assert.Equal("Always", Exporter(template).RestartPolicy);
            Assert.Equal("true", template.Metadata.Labels["modelexporter.io/sidecar"]);
            Assert.DoesNotContain(template.Spec.Containers, c => c.Name == "modelexporter");
        });
        Assert.Null(built.One<V1Deployment>("bystander").Spec.Template.Spec.InitContainers);
    }

    /// <summary>A startup probe would hold the model server back, a readiness probe would take its pod out of the Service.</summary>
    [RequiresClusterToolsFact]
    public async Task Probes_OfTheSidecar_AreAPatientLivenessAlone()
    {
        var exporter = await ExporterAsync();

        Assert.Null(exporter.StartupProbe);
        Assert.Null(exporter.ReadinessProbe);
        Assert.Equal(("/-/healthy", "model-telemetry"), (exporter.LivenessProbe.HttpGet.Path, exporter.LivenessProbe.HttpGet.Port.Value));
        Assert.True(exporter.LivenessProbe.PeriodSeconds * exporter.LivenessProbe.FailureThreshold >= 300);
    }

    [RequiresClusterToolsFact]
    public async Task SecurityContext_OfTheSidecar_AllowsNothing() => Containment.AssertTight((await ExporterAsync()).SecurityContext);

    [RequiresClusterToolsFact]
    public async Task Ports_OfTheSidecar_AreThoseOfTheProgram() => Assert.Equal(
        [("model-metrics", WebOptions.DefaultPort), ("model-telemetry", WebOptions.DefaultTelemetryPort)],
        (await ExporterAsync()).Ports.Select(p => (p.Name, p.ContainerPort)));

    [RequiresClusterToolsFact]
    public async Task Arguments_OfTheSidecar_AreThoseOfTheProgram() => Assert.Empty(CommandLine.Build().Parse([.. (await ExporterAsync()).Args]).Errors);

    [RequiresClusterToolsFact]
    public async Task Environment_OfTheSidecar_NeedsNoWritableRoot() => Assert.Contains((await ExporterAsync()).Env, e => e is { Name: "DOTNET_EnableDiagnostics", Value: "0" });

    [RequiresClusterToolsFact]
    public async Task Mounts_OfTheSidecar_AreReadOnlyButTheState()
    {
        using var workloads = new SidecarWorkloads();
        var pod = Manifests.Parse(await workloads.BuildAsync(withComponent: true)).One<V1Deployment>("churn").Spec.Template.Spec;

        Assert.Equal(
            [("/var/log/model", true), ("/etc/modelexporter", true), ("/var/lib/modelexporter", false)],
            pod.InitContainers.Single(c => c.Name == "modelexporter").VolumeMounts.Select(m => (m.MountPath, m.ReadOnlyProperty ?? false)));
        Assert.All(["model-logs", "modelexporter-state"], (string name) => Assert.NotNull(pod.Volumes.Single(v => v.Name == name).EmptyDir.SizeLimit));
    }

    [RequiresClusterToolsFact]
    public async Task Resources_OfTheSidecar_LimitMemoryAndNotTime()
    {
        var resources = (await ExporterAsync()).Resources;

        Assert.Equal(["cpu", "memory"], resources.Requests.Keys.Order());
        Assert.Equal(["memory"], resources.Limits.Keys);
    }

    [RequiresClusterToolsFact]
    public async Task Config_OfTheSidecar_IsTheGeneratedConfigMap()
    {
        using var workloads = new SidecarWorkloads();
        var built = Manifests.Parse(await workloads.BuildAsync(withComponent: true));

        string config = built.One<V1ConfigMap>().Metadata.Name;
        Assert.StartsWith("modelexporter-", config, StringComparison.Ordinal);
        Assert.Equal(config, built.One<V1Deployment>("churn").Spec.Template.Spec.Volumes.Single(v => v.Name == "modelexporter-config").ConfigMap.Name);
    }

    static async Task<V1Container> ExporterAsync()
    {
        using var workloads = new SidecarWorkloads();
        return Exporter(Manifests.Parse(await workloads.BuildAsync(withComponent: true)).One<V1Deployment>("churn").Spec.Template);
    }

    static V1Container Exporter(V1PodTemplateSpec template) => Assert.Single(template.Spec.InitContainers, c => c.Name == "modelexporter");

    static void WithoutExporter(V1PodTemplateSpec template)
    {
        template.Metadata.Labels.Remove("modelexporter.io/sidecar");
        template.Spec.InitContainers = Left(template.Spec.InitContainers, c => c.Name == "modelexporter");
        template.Spec.Volumes = Left(template.Spec.Volumes, v => v.Name is "model-logs" or "modelexporter-config" or "modelexporter-state");
    }

    static List<T>? Left<T>(IList<T>? all, Predicate<T> isOurs) => all?.Where(item => !isOurs(item)).ToList() is { Count: > 0 } left ? left : null;
}
