using YamlDotNet.Core;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The judge of manifests refuses what Kubernetes would drop or refuse.</summary>
public sealed class ManifestsTests
{
    [Theory]
    [InlineData("apiVersion: v1\nkind: Service\nspec: {selektor: {a: b}}")]
    [InlineData("apiVersion: v1\nkind: Service\nspec: {ports: [{port: many}]}")]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {initContainers: [{name: a, restartPolicies: Always}]}}}")]
    [InlineData("apiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nspec: {podMetricsEndpoint: []}")]
    [InlineData("apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nspec: {endpoints: [{prot: a}]}")]
    [InlineData("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec: {groups: [{name: a, rules: [{expression: up}]}]}")]
    public void Parse_UnknownFieldOrWrongType_IsRefused(string yaml) => Assert.ThrowsAny<YamlException>(() => Manifests.Parse(yaml));

    /// <summary>Every file by itself, whether something else builds it or not.</summary>
    [Fact]
    public void Files_OfTheRepository_AreRead()
    {
        string[] folders = [Repository.PathOf("deploy", "kubernetes"), Repository.PathOf("examples"), Repository.PathOf("grafana-dashboards", "kubernetes")];
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories))
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("apiVersion: ", StringComparison.Ordinal) && !line.Contains("kustomize", StringComparison.Ordinal)))
            .ToList();

        Assert.True(files.Count > 20);
        Assert.All(files, file => Assert.Single(Manifests.Parse(File.ReadAllText(file)).All));
    }

    [Fact]
    public void Apply_Relabelings_ReplaceWhereTheyMatchAndInTheirOrder()
    {
        Relabeling[] steps =
        [
            new() { SourceLabels = ["app"], Regex = "(.+)", TargetLabel = "job", Replacement = "m-$1" },
            new() { SourceLabels = ["name"], Regex = "(.+)", TargetLabel = "job", Replacement = "m-$1" },
        ];

        Assert.Equal("m-b", Relabeling.Apply(steps, new() { ["app"] = "a", ["name"] = "b" })["job"]);
        Assert.Equal("m-a", Relabeling.Apply(steps, new() { ["app"] = "a" })["job"]);
        Assert.Equal("j", Relabeling.Apply(steps, new() { ["job"] = "j" })["job"]);
    }
}
