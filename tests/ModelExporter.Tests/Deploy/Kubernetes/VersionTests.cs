using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The program's version stands in <c>Directory.Build.props</c>; manifests, which nothing fills in, repeat it.</summary>
public sealed class VersionTests
{
    static readonly string Version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

    [Theory]
    [InlineData("deploy/kubernetes/sidecar/sidecar.yml", "image: ghcr.io/modelexporter/modelexporter:")]
    [InlineData("deploy/helm/modelexporter/Chart.yaml", "\nversion: ")]
    [InlineData("deploy/helm/modelexporter/Chart.yaml", "\nappVersion: ")]
    [InlineData("examples/fastapi/kubernetes/kustomization.yml", "?ref=v")]
    [InlineData("docs/kubernetes.md", "?ref=v")]
    public void Version_OfAManifest_IsThatOfTheProgram(string file, string before)
    {
        string text = File.ReadAllText(Repository.PathOf(file.Split('/')));

        string[] versions = [.. Occurrence(before).Matches(text).Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(versions);
        Assert.All(versions, v => Assert.Equal(Version, v));
    }

    static Regex Occurrence(string before) => new(Regex.Escape(before) + @"([0-9][^\s""]*)");
}
