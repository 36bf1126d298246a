using k8s.Models;
using ModelExporter.Commands;
using ModelExporter.Http;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>What holds of the chart with every file of values in <c>ci/</c>.</summary>
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
        foreach (var (name, content) in Chart.ConfigOf(rendered)) folder.Write(name, content);
        var check = BuiltProgram.Start("check", "--config.file", folder["modelexporter.yml"]);
        foreach (var variable in Chart.ContainerOf(rendered).Env) check.Environment[variable.Name] = variable.Value ?? "given";
        var finished = await Finished.RunAsync(check);

        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
    }
}
