using k8s.Models;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The Helm chart, and what becomes of it with the values of <c>ci/</c>.</summary>
static class Chart
{
    public const string Stateless = "deployment-values.yaml";

    public const string Pushed = "push-values.yaml";

    public const string Full = "statefulset-values.yaml";

    public static readonly string Folder = Repository.PathOf("deploy", "helm", "modelexporter");

    public static TheoryData<string> AllValues => [.. Directory.EnumerateFiles(Path.Combine(Folder, "ci")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static string ValuesOf(string name) => Path.Combine(Folder, "ci", name);

    public static Task<string> RenderAsync(string values, params string[] arguments) =>
        ClusterTools.TemplateAsync("modelexporter", Folder, ["-n", "ml", "-f", ValuesOf(values), .. arguments]);

    public static async Task<Manifests> ParseAsync(string values, params string[] arguments) => Manifests.Parse(await RenderAsync(values, arguments));

    /// <summary>What is wrong with values, in the chart's words.</summary>
    public static async Task<string> RefusalAsync(params string[] arguments)
    {
        var finished = await ClusterTools.HelmAsync(["template", "modelexporter", Folder, .. arguments]);
        Assert.NotEqual(0, finished.ExitCode);
        return finished.Error;
    }

    /// <summary>The pod of either kind.</summary>
    public static V1PodTemplateSpec PodOf(Manifests rendered) =>
        rendered.All.OfType<V1StatefulSet>().SingleOrDefault()?.Spec.Template ?? rendered.One<V1Deployment>().Spec.Template;

    public static V1Container ContainerOf(Manifests rendered) => Assert.Single(PodOf(rendered).Spec.Containers);

    /// <summary>The files that the exporter finds beside its config, and that itself.</summary>
    public static IDictionary<string, string> ConfigOf(Manifests rendered) =>
        rendered.One<V1ConfigMap>(PodOf(rendered).Spec.Volumes.Single(v => v.Name == "config").ConfigMap.Name).Data;

    /// <summary>The chart as it is released.</summary>
    public static async Task<string> PackageAsync(TestFolder folder)
    {
        var finished = await ClusterTools.HelmAsync("package", Folder, "-d", folder["."]);
        Assert.True(finished.ExitCode == 0, finished.Error);
        return Assert.Single(Directory.EnumerateFiles(folder["."], "*.tgz"));
    }
}
