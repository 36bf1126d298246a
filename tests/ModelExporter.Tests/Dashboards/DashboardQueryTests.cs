using System.Diagnostics;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Dashboards;

/// <summary>What holds for every PromQL query of every dashboard.</summary>
public sealed class DashboardQueryTests
{
    static readonly string[] BuiltIn = ["__rate_interval", "__interval", "__range"];

    /// <summary>The queries of panels, annotations and variables.</summary>
    static IEnumerable<DashboardQuery> All => Dashboard.All.SelectMany(d => d.Queries
        .Concat(d.Annotations.Select(a => new DashboardQuery(d.Uid, "annotation", Dashboard.Text(a, "name"), Dashboard.Text(a, "expr"), false)))
        .Concat(d.Variables.Where(v => Dashboard.Text(v, "type") == "query").Select(v =>
            new DashboardQuery(d.Uid, "variable", Dashboard.Text(v, "name"), VariableQuery.Expression(v.GetProperty("query").GetProperty("query").GetString()!), true))));

    [RequiresToolFact(Promtool.Name)]
    public async Task Query_Any_IsPromQL()
    {
        using var folder = new TestFolder();
        var rules = All.Select((q, i) => $"  - record: q{i}\n    expr: {QueryText.Fill(q.Expression, QueryText.ForParsing).Quoted()}\n");
        string file = folder.Write("rules.yml", $"groups:\n- name: queries\n  rules:\n{string.Concat(rules)}");
        var finished = await Finished.RunAsync(new ProcessStartInfo(Promtool.Name, ["check", "rules", "--lint=none", file]) { RedirectStandardOutput = true, RedirectStandardError = true });
        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
        Assert.Contains($"{All.Count()} rules found", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Query_Any_UsesKnownMetricsWithTheirLabels() => Assert.All(All, query =>
    {
        string text = QueryText.Fill(query.Expression, QueryText.ForParsing);
        Assert.NotEmpty(PromQL.Selectors(text));
        Assert.All(PromQL.Selectors(text), selector =>
        {
            string[] names = selector.Name != "" ? [selector.Name] : [.. KnownMetrics.Matching(selector.Pattern)];
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.True(KnownMetrics.LabelsOf(name) is { } labels && selector.Labels.All(labels.Contains), $"{name}{{{selector.Matchers}}}"));
        });
        Assert.All(PromQL.Groupings(text), label => Assert.Contains(label, KnownMetrics.AllLabels.Concat(PromQL.MadeLabels(text)).Append("__name__")));
        Assert.Empty(PromQL.StrangeWords(text));
    });

    [Fact]
    public void Query_OfTheChosenFigure_FindsEachFigureAndItsBaseline()
    {
        var queries = All.Where(q => QueryText.Variables(q.Expression).Contains("figure")).ToList();
        string[] baselines = [.. KnownMetrics.Matching("model_baseline_.+").Where(b => KnownMetrics.LabelsOf(InWindow(b)) is not null)];
        Assert.NotEmpty(baselines);
        Assert.All(baselines, baseline =>
        {
            string figure = InWindow(baseline)["model_".Length..].Replace("_ratio", "", StringComparison.Ordinal);
            var found = queries.SelectMany(q => PromQL.Selectors(QueryText.Fill(q.Expression, With("figure", figure)))).SelectMany(s => KnownMetrics.Matching(s.Pattern)).ToHashSet();
            Assert.Contains(baseline, found);
            Assert.Contains(InWindow(baseline), found);
        });

        static string InWindow(string baseline) => baseline.Replace("_baseline", "", StringComparison.Ordinal);
    }

    [Fact]
    public void Query_Variables_AreThoseOfItsDashboard() => Assert.All(Dashboard.All, dashboard =>
    {
        string[] known = [.. dashboard.Variables.Select(v => Dashboard.Text(v, "name")), .. BuiltIn];
        Assert.All(All.Where(q => q.Dashboard == dashboard.Uid), query => Assert.All(QueryText.Variables(query.Expression), name => Assert.Contains(name, known)));
    });

    [Fact]
    public void Counter_Any_IsSeenAsARate() => Assert.All(All, query =>
    {
        string text = QueryText.Fill(query.Expression, QueryText.ForParsing);
        // A variable's query asks which labels a counter has, not how high it is.
        if (query.Panel == "variable") return;
        int counters = PromQL.Selectors(text).Count(s => s.Name.EndsWith("_total", StringComparison.Ordinal) || s.Name.EndsWith("_bucket", StringComparison.Ordinal));
        Assert.Equal(counters, PromQL.CounterRanges(text).Count(r => !r.Metric.EndsWith("_sum", StringComparison.Ordinal) && !r.Metric.EndsWith("_count", StringComparison.Ordinal)));
    });

    [Fact]
    public void Rate_Any_LooksAsFarAsItsStepNeeds()
    {
        var excepted = DashboardExceptions.Of("rate interval");
        var others = All.SelectMany(q => PromQL.CounterRanges(q.Expression).Where(r => r.Range is not ("$__rate_interval" or "$__range")).Select(r => $"{r.Metric}[{r.Range}]")).Distinct();
        Assert.Equal(excepted.Order(), others.Order());
    }

    [Fact]
    public void Selector_OfAPanel_IsHeldAgainstWhereItIsScraped()
    {
        var excepted = DashboardExceptions.Of("job");
        var without = Dashboard.All.SelectMany(d => d.Queries).SelectMany(q => PromQL.Selectors(q.Expression))
            .Where(s => !s.Matchers.Contains("namespace=~\"$namespace\"", StringComparison.Ordinal) || !s.Matchers.Contains("job=~\"$job\"", StringComparison.Ordinal))
            .Select(s => s.Name).Distinct();
        Assert.Equal(excepted.Order(), without.Order());
    }

    static Dictionary<string, string> With(string name, string value) => new(QueryText.ForParsing) { [name] = value };
}
