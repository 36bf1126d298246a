using System.Diagnostics;
using System.Text.Json;
using ModelExporter.Commands;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Dashboards;

/// <summary>Generated files are what their source gives.</summary>
public sealed class DashboardFileTests
{
    static readonly string Folder = Repository.PathOf("grafana-dashboards");

    /// <summary>To write it anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment, and then those of the dashboards.</summary>
    [Fact]
    public void Catalogue_Committed_IsFresh()
    {
        string file = Path.Combine(Folder, "catalogue.json");
        if (Repository.IsUpdating) File.WriteAllText(file, CatalogueText.Json());
        Assert.Equal(CatalogueText.Json(), File.ReadAllText(file));
    }

    /// <summary>To write them anew, run <c>npm ci</c> and <c>npm run generate</c> in <c>grafana-dashboards</c>.</summary>
    [RequiresToolFact("npm")]
    public async Task Generated_Files_AreFresh()
    {
        using var folder = new TestFolder();
        await NpmAsync("ci", "--no-audit", "--no-fund");
        await NpmAsync("run", "generate", "--", folder["out"]);
        string[] generated = [.. Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder["out"], f))];
        Assert.Equal(3 * Dashboard.All.Count + 3, generated.Length);
        Assert.All(generated, f => Assert.Equal(File.ReadAllText(Path.Combine(folder["out"], f)), File.ReadAllText(Path.Combine(Folder, f))));
        foreach (string variant in new[] { "grafana.com", "kubernetes", "provisioning" })
            Assert.All(Directory.EnumerateFiles(Path.Combine(Folder, variant), "*", SearchOption.AllDirectories), f => Assert.Contains(Path.GetRelativePath(Folder, f), generated));
    }

    [Fact]
    public void ConfigMap_OfEach_HoldsTheDashboardUnderTheLabel() => Assert.All(Dashboard.All, d =>
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, "kubernetes", d.Uid + ".yml"));
        Assert.Contains("    grafana_dashboard: \"1\"", lines);
        Assert.Contains($"  {d.Uid}.json: |", lines);
        using var held = JsonDocument.Parse(lines[^1]);
        Assert.True(JsonElement.DeepEquals(d.Root, held.RootElement));
    });

    [Fact]
    public void Shared_OfEach_AsksForTheDataSource() => Assert.All(Dashboard.All, d =>
    {
        string text = File.ReadAllText(Path.Combine(Folder, "grafana.com", d.Uid + ".json"));
        using var shared = JsonDocument.Parse(text);
        Assert.Equal("DS_PROMETHEUS", Dashboard.Text(Assert.Single(shared.RootElement.GetProperty("__inputs").EnumerateArray()), "name"));
        Assert.DoesNotContain("${datasource", text, StringComparison.Ordinal);
        var required = shared.RootElement.GetProperty("__requires").EnumerateArray().Where(r => Dashboard.Text(r, "type") == "panel").Select(r => Dashboard.Text(r, "id"));
        Assert.Equal(d.Charts.Select(p => Dashboard.Text(p, "type")).Distinct().Order(StringComparer.Ordinal), required);
    });

    [Fact]
    public void OtherMetrics_Each_AreNotInTheCatalogueAndAreUsed()
    {
        string dashboards = string.Concat(Dashboard.All.Select(d => File.ReadAllText(d.File)));
        string catalogue = CatalogueText.Json();
        Assert.All(KnownMetrics.Others(), other =>
        {
            Assert.DoesNotContain($"\"{Dashboard.Text(other, "name")}\"", catalogue, StringComparison.Ordinal);
            Assert.Contains(Dashboard.Text(other, "name"), dashboards, StringComparison.Ordinal);
            Assert.NotEqual("", Dashboard.Text(other, "from"));
        });
    }

    static async Task NpmAsync(params string[] arguments)
    {
        var finished = await Finished.RunAsync(new ProcessStartInfo("npm", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true });
        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
    }
}
