using System.Text.Json;

namespace ModelExporter.Tests.Dashboards;

/// <summary>What need not keep a rule, with the reason; the one file of them.</summary>
static class DashboardExceptions
{
    static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("grafana-dashboards", "exceptions.json"))).RootElement;

    /// <summary>The places that a rule leaves out. Each has a reason.</summary>
    public static IReadOnlySet<string> Of(string rule) => Root.GetProperty(rule).EnumerateObject().Select(e =>
    {
        Assert.False(string.IsNullOrWhiteSpace(e.Value.GetString()), $"{e.Name} has no reason");
        return e.Name;
    }).ToHashSet();
}
