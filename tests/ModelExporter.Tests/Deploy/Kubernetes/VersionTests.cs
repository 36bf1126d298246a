using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The release that manifests name, which nothing fills in, is the same in all of them: that of the chart.</summary>
public sealed class VersionTests
{
    static readonly string Version = Assert.Single(VersionsIn("deploy/helm/modelexporter/Chart.yaml", "\nversion: "));

    [Theory]
    [InlineData("deploy/helm/modelexporter/Chart.yaml", "\nappVersion: ")]
    [InlineData("deploy/kubernetes/sidecar/sidecar.yml", "image: ghcr.io/modelexporter/modelexporter:")]
    [InlineData("examples/fastapi/kubernetes/kustomization.yml", "?ref=v")]
    [InlineData("docs/kubernetes.md", "?ref=v")]
    public void Version_OfAManifest_IsThatOfTheChart(string file, string before)
    {
        var versions = VersionsIn(file, before);

        Assert.NotEmpty(versions);
        Assert.All(versions, v => Assert.Equal(Version, v));
    }

    static IReadOnlyList<string> VersionsIn(string file, string before) =>
        [.. Regex.Matches(File.ReadAllText(Repository.PathOf(file.Split('/'))), Regex.Escape(before) + @"([0-9][^\s""]*)").Select(m => m.Groups[1].Value)];
}
