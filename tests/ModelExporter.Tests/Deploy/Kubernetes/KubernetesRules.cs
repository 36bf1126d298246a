using ModelExporter.Tests.Rules;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The shipped rules as objects of the prometheus-operator: each file as it is, under a head.</summary>
static class KubernetesRules
{
    static readonly string Folder = Repository.PathOf("deploy", "kubernetes", "monitoring", "rules");

    /// <summary>What is to be in the folder, by path.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = RuleFiles.Paths
        .ToDictionary(path => Path.Combine(Folder, Path.GetFileName(path)), Text)
        .Append(KeyValuePair.Create(Path.Combine(Folder, "kustomization.yml"), Kustomization()))
        .ToDictionary();

    public static IEnumerable<string> Committed => Directory.EnumerateFiles(Folder);

    static string Text(string path) => $"""
        # Generated from prometheus-rules/{Path.GetFileName(path)}; do not edit.
        apiVersion: {PodMonitor.ApiVersionOfAll}
        kind: PrometheusRule
        metadata:
          name: modelexporter-{Path.GetFileNameWithoutExtension(path)}
          labels:
            app.kubernetes.io/name: modelexporter
        spec:

        """ + string.Concat(File.ReadLines(path).Select(line => line.Length == 0 ? "\n" : $"  {line}\n"));

    static string Kustomization() => """
        # Generated from prometheus-rules; do not edit.
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:

        """ + string.Concat(RuleFiles.Paths.Select(path => $"  - {Path.GetFileName(path)}\n"));
}
