using k8s.Models;
using ModelExporter.Commands;
using ModelExporter.Http;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>What the component makes of a Deployment that has something of everything.</summary>
public sealed class SidecarTests
{
    const string Sidecar = "sidecar";

    const string WebConfig = "sidecar-web-config";

    [RequiresClusterToolsFact]
    public async Task Component_BesidesTheExporter_ChangesNothing()
    {
        using var workloads = new SidecarWorkloads();
        var before = Manifests.Parse(await workloads.BuildAsync([]));
        var after = Manifests.Parse(await workloads.BuildAsync([Sidecar]));

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
        var built = Manifests.Parse(await workloads.BuildAsync([Sidecar]));

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
        var pod = Manifests.Parse(await workloads.BuildAsync([Sidecar])).One<V1Deployment>("churn").Spec.Template.Spec;

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
        var built = Manifests.Parse(await workloads.BuildAsync([Sidecar]));

        string config = built.One<V1ConfigMap>().Metadata.Name;
        Assert.StartsWith("modelexporter-", config, StringComparison.Ordinal);
        Assert.Equal(config, built.One<V1Deployment>("churn").Spec.Template.Spec.Volumes.Single(v => v.Name == "modelexporter-config").ConfigMap.Name);
    }

    /// <summary>Whoever reaches the pod may read, and nobody but the pod itself may push.</summary>
    [RequiresClusterToolsFact]
    public async Task Pushes_OfTheSidecar_AreTakenFromItsPodAlone() =>
        Assert.Contains((await ExporterAsync()).Args, a => a.StartsWith("--web.push-address=127.0.0.1:", StringComparison.Ordinal));

    [RequiresClusterToolsFact]
    public async Task WebConfig_OnTop_IsReadAndProbedByTcp()
    {
        var (without, with) = (await ExporterAsync(), await ExporterAsync(Sidecar, WebConfig));

        Assert.Equal([.. without.Args, "--web.config.file=/etc/modelexporter-web/web.yml"], with.Args);
        Assert.Null(with.LivenessProbe.HttpGet);
        Assert.Equal("model-telemetry", with.LivenessProbe.TcpSocket.Port.Value);
        Assert.Equal(without.LivenessProbe.FailureThreshold, with.LivenessProbe.FailureThreshold);
        Assert.Equal((true, "/etc/modelexporter-web"), with.VolumeMounts.Where(m => m.Name == "modelexporter-web").Select(m => (m.ReadOnlyProperty, m.MountPath)).Single());
        Assert.Equal(without.VolumeMounts.Count + 1, with.VolumeMounts.Count);
    }

    /// <summary>What a kustomization says of the image and of the volumes stands above what the component says.</summary>
    [RequiresClusterToolsFact]
    public async Task Kustomization_OfAUser_HasTheLastWord()
    {
        using var workloads = new SidecarWorkloads();
        var pod = Manifests.Parse(await workloads.BuildAsync([Sidecar], """
            images:
              - {name: ghcr.io/modelexporter/modelexporter, newName: registry.example.com/modelexporter, newTag: 9.9.9-r2r}
            patches:
              - target: {kind: Deployment, name: churn}
                patch: |
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata: {name: any}
                  spec:
                    template:
                      spec:
                        initContainers:
                          - {name: modelexporter, securityContext: {runAsUser: 10001}, resources: {limits: {memory: 1Gi}}}
                        volumes:
                          - {name: model-logs, emptyDir: {sizeLimit: 4Gi}}
            """)).One<V1Deployment>("churn").Spec.Template.Spec;

        var exporter = pod.InitContainers.Single(c => c.Name == "modelexporter");
        Assert.Equal(("registry.example.com/modelexporter:9.9.9-r2r", 10001, "1Gi"), (exporter.Image, exporter.SecurityContext.RunAsUser, exporter.Resources.Limits["memory"].ToString()));
        Assert.Equal("4Gi", pod.Volumes.Single(v => v.Name == "model-logs").EmptyDir.SizeLimit.ToString());
    }

    static Task<V1Container> ExporterAsync() => ExporterAsync(Sidecar);

    static async Task<V1Container> ExporterAsync(params string[] components)
    {
        using var workloads = new SidecarWorkloads();
        return Exporter(Manifests.Parse(await workloads.BuildAsync(components)).One<V1Deployment>("churn").Spec.Template);
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
