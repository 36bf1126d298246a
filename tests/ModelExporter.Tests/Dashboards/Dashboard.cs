using System.Text.Json;

namespace ModelExporter.Tests.Dashboards;

/// <summary>A dashboard as Grafana would read it from its file.</summary>
sealed class Dashboard
{
    Dashboard(string file)
    {
        File = file;
        Root = JsonDocument.Parse(System.IO.File.ReadAllBytes(file)).RootElement;
        Panels = [.. Flat(Root.GetProperty("panels"))];
        Variables = [.. Root.GetProperty("templating").GetProperty("list").EnumerateArray()];
        Annotations = [.. Root.GetProperty("annotations").GetProperty("list").EnumerateArray()];
    }

    /// <summary>Those that are generated for import, and lie beside each other.</summary>
    public static IReadOnlyList<Dashboard> All { get; } =
        [.. Directory.GetFiles(Repository.PathOf("grafana-dashboards"), "modelexporter-*.json").Order(StringComparer.Ordinal).Select(f => new Dashboard(f))];

    public string File { get; }

    public JsonElement Root { get; }

    /// <summary>All panels and rows, those inside closed rows included.</summary>
    public IReadOnlyList<JsonElement> Panels { get; }

    public IReadOnlyList<JsonElement> Variables { get; }

    public IReadOnlyList<JsonElement> Annotations { get; }

    public string Uid => Text(Root, "uid");

    /// <summary>All panels that show something.</summary>
    public IEnumerable<JsonElement> Charts => Panels.Where(p => Text(p, "type") != "row");

    /// <summary>The queries of its panels.</summary>
    public IEnumerable<DashboardQuery> Queries => Charts.SelectMany(panel => panel.GetProperty("targets").EnumerateArray().Select(target =>
        new DashboardQuery(Uid, Text(panel, "title"), Text(target, "refId"), Text(target, "expr"), target.TryGetProperty("instant", out var instant) && instant.GetBoolean())));

    public static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";

    public override string ToString() => Uid;

    static IEnumerable<JsonElement> Flat(JsonElement panels) => panels.EnumerateArray().SelectMany(p => p.TryGetProperty("panels", out var inner) ? Flat(inner).Prepend(p) : [p]);
}
