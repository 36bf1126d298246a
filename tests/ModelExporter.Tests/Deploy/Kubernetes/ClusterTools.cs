using System.Diagnostics;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>helm and kubectl as <c>tests/tools/install.sh</c> installs them; neither needs a cluster for what is asked here.</summary>
static class ClusterTools
{
    static readonly string Helm = Repository.PathOf("artifacts", "tools", "helm");

    static readonly string Kubectl = Repository.PathOf("artifacts", "tools", "kubectl");

    public static bool AreInstalled => File.Exists(Helm) && File.Exists(Kubectl);

    /// <summary>What <c>kubectl kustomize</c> makes of a folder.</summary>
    public static Task<string> KustomizeAsync(string folder) => OutputAsync(Kubectl, "kustomize", folder);

    /// <summary>What <c>helm template</c> makes of a chart.</summary>
    public static Task<string> TemplateAsync(string release, string chart, params string[] arguments) => OutputAsync(Helm, ["template", release, chart, .. arguments]);

    public static Task<Finished> HelmAsync(params string[] arguments) => RunAsync(Helm, arguments);

    static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        var finished = await RunAsync(program, arguments);
        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
        return finished.Output;
    }

    static Task<Finished> RunAsync(string program, string[] arguments) =>
        Finished.RunAsync(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
}
