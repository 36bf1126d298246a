using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelExporter.Tests.Dashboards;

/// <summary>The rules of grafana/dashboard-linter, and what ours promise beyond them.</summary>
public sealed partial class DashboardLintTests
{
    /// <summary>Units that Grafana knows by these names.</summary>
    static readonly string[] Units = ["none", "short", "percentunit", "s", "bytes", "Bps", "cps", "dateTimeAsIso", "dateTimeAsIsoNoDateIfToday"];

    /// <summary>Okabe and Ito's colours, steps of cividis, steps of one blue, and none.</summary>
    static readonly string[] Colours =
    [
        "#0072B2", "#56B4E9", "#009E73", "#F0E442", "#E69F00", "#D55E00", "#CC79A7", "#999999",
        "#00336F", "#58617A", "#A69D75", "#FFEA46", "#10283D", "#1F4E79", "#3B82B5", "#9BD1F2", "transparent",
    ];

    static IEnumerable<JsonElement> Charts => Dashboard.All.SelectMany(d => d.Charts);

    [Fact]
    public void Dashboard_Uids_AreTheSixOfLinksAndAlerts() => Assert.Equal(
        ["modelexporter-drift", "modelexporter-exporter", "modelexporter-fleet", "modelexporter-incident", "modelexporter-performance", "modelexporter-quality"],
        Dashboard.All.Select(d => d.Uid));

    [Fact]
    public void Dashboard_Any_IsReadOnlyAndFindsTheOthers() => Assert.All(Dashboard.All, d =>
    {
        Assert.Equal(Path.GetFileNameWithoutExtension(d.File), d.Uid);
        Assert.False(d.Root.GetProperty("editable").GetBoolean());
        Assert.Equal(JsonValueKind.Null, d.Root.GetProperty("id").ValueKind);
        Assert.False(d.Root.TryGetProperty("version", out _));
        Assert.Equal(["modelexporter"], d.Root.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!));
        var link = Assert.Single(d.Root.GetProperty("links").EnumerateArray());
        Assert.True(link.GetProperty("keepTime").GetBoolean() && link.GetProperty("includeVars").GetBoolean());
    });

    [Fact]
    public void Variable_DataSource_IsTheFirst() => Assert.All(Dashboard.All, d =>
    {
        var variable = d.Variables[0];
        Assert.Equal(("datasource", "datasource", "prometheus", "Data source"), (Text(variable, "name"), Text(variable, "type"), Text(variable, "query"), Text(variable, "label")));
        Assert.All(d.Variables.Skip(1), v => Assert.Equal("query", Text(v, "type")));
    });

    [Fact]
    public void Variable_NamespaceAndJob_AreWhereTheLinterWantsThem() => Assert.All(Dashboard.All, d =>
    {
        foreach (var (name, label, allValue) in new[] { ("namespace", "Namespace", ".*"), ("job", "Job", ".+") })
        {
            var variable = d.Variables.Single(v => Text(v, "name") == name);
            Assert.Equal((label, allValue), (Text(variable, "label"), Text(variable, "allValue")));
            Assert.True(variable.GetProperty("multi").GetBoolean() && variable.GetProperty("includeAll").GetBoolean());
        }
    });

    [Fact]
    public void Variable_Any_FollowsTheDataSourceAndTheTime() => Assert.All(Dashboard.All.SelectMany(d => d.Variables.Skip(1)), v =>
    {
        Assert.Equal("${datasource}", Text(v.GetProperty("datasource"), "uid"));
        Assert.Equal(2, v.GetProperty("refresh").GetInt32());
        Assert.NotEqual("", Text(v, "label"));
    });

    [Fact]
    public void Panel_Any_SaysWhatItShowsAndHasAUnit() => Assert.All(Charts, panel =>
    {
        Assert.NotEqual("", Text(panel, "title"));
        Assert.InRange(Text(panel, "description").Length, 20, 2000);
        var defaults = panel.GetProperty("fieldConfig").GetProperty("defaults");
        Assert.Contains(Text(defaults, "unit"), Units);
        Assert.NotEqual("", Text(defaults, "noValue"));
    });

    [Fact]
    public void Panel_Units_OfColumnsAreKnown() => Assert.All(
        Charts.SelectMany(p => p.GetProperty("fieldConfig").GetProperty("overrides").EnumerateArray()).SelectMany(o => o.GetProperty("properties").EnumerateArray()).Where(p => Text(p, "id") == "unit"),
        property => Assert.Contains(property.GetProperty("value").GetString(), Units));

    [Fact]
    public void Panel_Any_AsksTheChosenDataSource() => Assert.All(Charts, panel =>
    {
        Assert.Equal("${datasource}", Text(panel.GetProperty("datasource"), "uid"));
        var targets = panel.GetProperty("targets").EnumerateArray().ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, t => Assert.Equal("${datasource}", Text(t.GetProperty("datasource"), "uid")));
        Assert.Equal(targets.Count, targets.Select(t => Text(t, "refId")).Distinct().Count());
    });

    [Fact]
    public void Panel_Any_HasItsPlace() => Assert.All(Dashboard.All, d =>
    {
        Assert.Equal(d.Panels.Count, d.Panels.Select(p => p.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.Equal(d.Charts.Count(), d.Charts.Select(p => Text(p, "title")).Distinct().Count());
        var cells = d.Panels.SelectMany(p => Cells(p.GetProperty("gridPos"))).ToList();
        Assert.Equal(cells.Count, cells.Distinct().Count());
        Assert.All(cells, c => Assert.InRange(c.X, 0, 23));
    });

    [Fact]
    public void Colour_Any_IsOneThatStaysApartForEveryEye() => Assert.All(Dashboard.All, d =>
    {
        string text = File.ReadAllText(d.File);
        Assert.NotEmpty(Colour().Matches(text));
        Assert.All(Colour().Matches(text), m => Assert.Contains(m.Groups[1].Value, Colours));
        Assert.DoesNotContain("palette-", text, StringComparison.Ordinal);
    });

    static IEnumerable<(int X, int Y)> Cells(JsonElement place)
    {
        int Of(string name) => place.GetProperty(name).GetInt32();
        return from x in Enumerable.Range(Of("x"), Of("w")) from y in Enumerable.Range(Of("y"), Of("h")) select (x, y);
    }

    static string Text(JsonElement element, string name) => Dashboard.Text(element, name);

    [GeneratedRegex("\"(?:color|fixedColor|iconColor)\": \"([^\"]+)\"")]
    private static partial Regex Colour();
}
