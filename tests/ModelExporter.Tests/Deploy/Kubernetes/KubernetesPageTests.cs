using System.Text.RegularExpressions;
using k8s.Models;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>Who does what <c>docs/kubernetes.md</c> says gets what it says.</summary>
public sealed partial class KubernetesPageTests : IDisposable
{
    const string Source = "https://github.com/modelexporter/modelexporter//";

    static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "kubernetes.md"));

    static readonly string[] Snippets = [.. Snippet().Matches(Page).Select(m => m.Groups[1].Value)];

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresClusterToolsFact]
    public async Task Steps_OfTheSidecar_PutItBesideTheServer()
    {
        var built = Manifests.Parse(await BuildAsync(One("configMapGenerator")));

        var pod = built.One<V1Deployment>("churn").Spec.Template.Spec;
        Assert.Equal("modelexporter", Assert.Single(pod.InitContainers).Name);
        Assert.Contains(pod.Volumes, v => v.Name == Assert.Single(Assert.Single(pod.Containers).VolumeMounts).Name);
        Assert.Equal(["baseline.json", "modelexporter.yml"], built.One<V1ConfigMap>().Data.Keys.Order(StringComparer.Ordinal));
    }

    [RequiresClusterToolsFact]
    public async Task Steps_WithPasswords_ReadTheWebConfig()
    {
        string components = One("sidecar-web-config");
        string kustomization = One("configMapGenerator");

        var built = Manifests.Parse(await BuildAsync(kustomization[..kustomization.IndexOf("components:", StringComparison.Ordinal)] + components));

        Assert.Contains(Assert.Single(built.One<V1Deployment>("churn").Spec.Template.Spec.InitContainers).Args, a => a.StartsWith("--web.config.file=", StringComparison.Ordinal));
    }

    [RequiresClusterToolsFact]
    public async Task Monitoring_WithALabel_HasItOnEverything()
    {
        var built = Manifests.Parse(await BuildAsync(One("kube-prometheus-stack")));

        Assert.All(built.All.OfType<PrometheusRule>(), r => Assert.Equal(("monitoring", "kube-prometheus-stack"), (r.Metadata.NamespaceProperty, r.Metadata.Labels["release"])));
        Assert.Equal("kube-prometheus-stack", built.One<PodMonitor>().Metadata.Labels["release"]);
    }

    [Fact]
    public async Task Config_OfThePage_PassesCheck()
    {
        string log = Repository.PathOf("examples", "churn", "predictions.jsonl");
        var baseline = await BuiltProgram.RunAsync("baseline", log, "--model", "churn", "--task", "binary", "--positive-label", "yes", "-o", _folder["baseline.json"]);
        Assert.True(baseline.ExitCode == 0, baseline.Error);

        var finished = await BuiltProgram.RunAsync("check", "--config.file", _folder.Write("modelexporter.yml", One("checkpoint:")));

        Assert.True(finished.ExitCode == 0, finished.Error);
    }

    [Fact]
    public async Task Cost_OfThePage_IsWhatCheckSays()
    {
        var finished = await BuiltProgram.RunAsync("check", "--config.file", Repository.PathOf("examples", "fastapi", "kubernetes", "modelexporter.yml"));

        Assert.Contains(finished.Output.Split('\n')[1], Page, StringComparison.Ordinal);
    }

    /// <summary>The only snippet with these words.</summary>
    static string One(string words) => Assert.Single(Snippets, s => s.Contains(words, StringComparison.Ordinal));

    Task<string> BuildAsync(string kustomization)
    {
        _folder.Write("deployment.yml", One("kind: Deployment"));
        _folder.Write("modelexporter.yml", One("checkpoint:"));
        _folder.Write("baseline.json", "{}");
        // What lies at the address lies here too.
        _folder.Write("kustomization.yml", Address().Replace(kustomization, m => Path.GetRelativePath(_folder["."], Repository.PathOf(m.Groups[1].Value))));
        return ClusterTools.KustomizeAsync(_folder["."]);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(Source + @"([^?\s]+)\?ref=v[0-9.]+")]
    private static partial Regex Address();
}
