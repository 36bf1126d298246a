using System.Text.Json;
using ModelExporter.Commands;
using ModelExporter.Engine.Metrics;
using ModelExporter.Telemetry;

namespace ModelExporter.Tests.Commands;

public class CatalogueTextTests
{
    static IEnumerable<string> Names => MetricCatalogue.All.Select(f => f.Name).Concat(ExporterMetrics.All.Select(m => m.Name));

    /// <summary>To write the page anew, run this test with <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    [Fact]
    public void Markdown_CommittedPage_IsFresh()
    {
        string page = Repository.PathOf("docs", "metrics.md");
        if (Repository.IsUpdating) File.WriteAllText(page, CatalogueText.Markdown());
        Assert.Equal(CatalogueText.Markdown(), File.ReadAllText(page));
    }

    [Fact]
    public void Table_EveryMetric_HasItsLine() =>
        Assert.Equal(Names, CatalogueText.Table().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]));

    [Fact]
    public void Json_EveryMetric_HasItsObject()
    {
        using var json = JsonDocument.Parse(CatalogueText.Json());
        Assert.Equal(Names, json.RootElement.EnumerateArray().Select(m => m.GetProperty("name").GetString()!));
        Assert.All(json.RootElement.EnumerateArray(), m => Assert.Contains(m.GetProperty("type").GetString(), new[] { "counter", "gauge", "histogram" }));
    }

    [Fact]
    public void Names_AllTogether_AreUniqueAndKeepTheRules()
    {
        Assert.Equal(Names.Distinct(), Names);
        Assert.All(MetricCatalogue.All, f =>
        {
            Assert.StartsWith("model_", f.Name, StringComparison.Ordinal);
            Assert.Equal(f.Type == MetricType.Counter, f.Name.EndsWith("_total", StringComparison.Ordinal));
            Assert.Empty(f.Labels.Intersect(["instance", "job", "pod", "namespace", "version", "type", "id"]));
        });
        Assert.All(ExporterMetrics.All, m => Assert.Equal(m.IsCounter, m.Name.EndsWith("_total", StringComparison.Ordinal)));
    }
}
