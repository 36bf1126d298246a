using k8s;
using k8s.Models;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The objects of a stream of YAML documents, read strictly: a field that Kubernetes does not know, or of another type, is an error.</summary>
sealed class Manifests
{
    static readonly Dictionary<string, Type> CustomResources = new()
    {
        [$"{PodMonitor.ApiVersionOfAll}/PodMonitor"] = typeof(PodMonitor),
        [$"{PodMonitor.ApiVersionOfAll}/ServiceMonitor"] = typeof(ServiceMonitor),
        [$"{PodMonitor.ApiVersionOfAll}/PrometheusRule"] = typeof(PrometheusRule),
    };

    Manifests(IReadOnlyList<object> all) => All = all;

    public IReadOnlyList<object> All { get; }

    public static Manifests Parse(string yaml) => new([.. KubernetesYaml.LoadAllFromString(yaml, CustomResources, strict: true)]);

    public T One<T>() => Assert.Single(All.OfType<T>());

    public T One<T>(string name) where T : IMetadata<V1ObjectMeta> => Assert.Single(All.OfType<T>(), o => o.Metadata.Name == name);

    /// <summary>An object as JSON, to compare it with another one.</summary>
    public static string JsonOf(object manifest) => KubernetesJson.Serialize(manifest);
}
