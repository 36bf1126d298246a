using System.Text.RegularExpressions;
using ModelExporter.Engine.Metrics;
using ModelExporter.Telemetry;

namespace ModelExporter.Tests.Rules;

/// <summary>The checks of pint and of the mixin guide that a rule can be held to without a server.</summary>
public partial class RuleConventionTests
{
    const string Runbooks = "https://github.com/modelexporter/modelexporter/blob/main/docs/runbooks/";

    static readonly string[] Severities = ["critical", "warning"];
    static readonly string[] Categories = ["performance", "drift", "quality", "labels", "traffic", "slo", "exporter"];

    /// <summary>What a person must act on now; everything else can wait for the morning.</summary>
    static readonly string[] Pages = ["ModelAccuracyCollapsed", "ModelErrorSurged", "ModelSilent", "ModelExporterAllDown", "ModelExporterAbsent"];

    static readonly string[] Dashboards = ["fleet", "performance", "drift", "quality", "incident", "exporter"];

    static readonly HashSet<string> Counters =
    [
        .. MetricCatalogue.All.Where(f => f.Type == MetricType.Counter).Select(f => f.Name),
        .. MetricCatalogue.All.Where(f => f.Type == MetricType.Histogram).SelectMany(f => new[] { $"{f.Name}_bucket", $"{f.Name}_count", $"{f.Name}_sum" }),
        .. ExporterMetrics.All.Where(m => m.IsCounter).Select(m => m.Name),
    ];

    [Fact]
    public void Names_OfAlerts_AreUniqueAndBeginAsTheMixinGuideHasIt()
    {
        Assert.All(RuleFiles.Alerts, a => Assert.Matches("^Model(Exporter)?([A-Z][a-z]+)+$", a.Name));
        Assert.Equal(RuleFiles.Alerts.Count(), RuleFiles.Alerts.Select(a => a.Name).Distinct().Count());
        Assert.All(RuleFiles.Alerts.Where(a => a.Category == "exporter"), a => Assert.StartsWith("ModelExporter", a.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_OfRecordings_AreLevelMetricAndOperation() => Assert.All(RuleFiles.Recordings, r =>
    {
        Assert.Matches("^(model|model_version|model_class|model_class_pair|model_reason|model_feature|model_feature_bin|model_feature_fault|model_feature_window|job):model(exporter)?_[a-z0-9_]+:[a-z0-9_]+$", r.Name);
        Assert.DoesNotContain("_total:", r.Name, StringComparison.Ordinal);
    });

    [Fact]
    public void Recordings_NoTwo_AreTheSame() =>
        Assert.Equal(RuleFiles.Recordings.Count(), RuleFiles.Recordings.Select(r => $"{r.Name} {r.Labels.GetValueOrDefault("fault")}").Distinct().Count());

    [Fact]
    public void Severity_IsCriticalOnlyForWhatCannotWait()
    {
        Assert.All(RuleFiles.Alerts, a => Assert.Contains(a.Severity, Severities));
        Assert.Equal(Pages.Order(), RuleFiles.Alerts.Where(a => a.Severity == "critical").Select(a => a.Name).Order());
    }

    [Fact]
    public void Labels_OfAlerts_AreFixedTexts() => Assert.All(RuleFiles.Alerts, a =>
    {
        Assert.Contains(a.Category, Categories);
        Assert.Empty(a.Labels.Keys.Except(["severity", "category", "action"]));
        Assert.All(a.Labels.Values, v => Assert.Matches("^[a-z]+$", v));
    });

    [Fact]
    public void Annotations_OfAlerts_AreAllThere() => Assert.All(RuleFiles.Alerts, a =>
    {
        Assert.Equal(["summary", "description", "runbook_url", "dashboard_url"], a.Annotations.Keys);
        Assert.Matches(@"^[A-Z][^{}\n]*[^.]\.$", a.Annotations["summary"]);
        Assert.Matches(@"^[A-Z{][^\n]*\.$", a.Annotations["description"]);
        Assert.Equal($"{Runbooks}{a.Name}.md", a.Annotations["runbook_url"]);
        var dashboard = DashboardUrl().Match(a.Annotations["dashboard_url"]);
        Assert.Contains(dashboard.Groups[1].Value, Dashboards);
    });

    [Fact]
    public void Templates_OfAlerts_NameLabelsThatTheAlertHas() => Assert.All(RuleFiles.Alerts, a =>
        Assert.All(a.Annotations.Values.SelectMany(text => TemplateLabel().Matches(text)), label =>
            Assert.True(Kept(a).Contains(label.Groups[1].Value), $"{a}: no label {label.Groups[1].Value}")));

    [Fact]
    public void Values_InAnnotations_AreMadeReadable() =>
        Assert.All(RuleFiles.Alerts, a => Assert.DoesNotMatch(@"(\$value|\bvalue) *\}\}", a.Annotations["description"]));

    [Fact]
    public void Alerts_Compare_OrSetMetricsAgainstEachOther() => Assert.All(RuleFiles.Alerts, a =>
        Assert.True(Comparison().IsMatch(a.Expression) || a.Expression.Contains("absent(", StringComparison.Ordinal) || a.Expression.Contains("unless", StringComparison.Ordinal) || a.Expression.Contains("{model_version=\"__other__\"}", StringComparison.Ordinal), a.Name));

    [Fact]
    public void Alerts_OnWhatIsAbsent_WaitForTwoScrapesAtLeast() =>
        Assert.All(RuleFiles.Alerts.Where(a => a.Expression.Contains("absent(", StringComparison.Ordinal)), a => Assert.Equal("15m", a.For));

    [Fact]
    public void Alerts_OfModels_SayNothingOfReplicas() => Assert.All(RuleFiles.Alerts.Where(a => a.Category is not "exporter"), a =>
        Assert.DoesNotContain("instance", Kept(a)));

    [Fact]
    public void Ranges_AreFourScrapesAtLeast() => Assert.All(RuleFiles.All, r => Assert.All(new PromQlWords(r.Expression).Ranges, range =>
        Assert.Matches(@"^\[(([5-9]|\d\d)m|\d+[hdw])(:1h)?\]$", range)));

    [Fact]
    public void Rates_AreOfCounters_AndOfNothingAddedUp() => Assert.All(RuleFiles.All, r =>
    {
        var rated = Rated().Matches(r.Expression).Select(m => m.Groups[2].Value).ToList();
        Assert.Equal(Rate().Count(r.Expression), rated.Count);
        Assert.All(rated, metric => Assert.True(Counters.Contains(metric) || metric.Contains("_checkpoint_", StringComparison.Ordinal) || metric.Contains("_kafka_", StringComparison.Ordinal), $"{r}: rate of {metric}"));
        Assert.All(new PromQlWords(r.Expression).Metrics.Intersect(Counters), metric => Assert.Contains(metric, rated));
    });

    [Fact]
    public void Aggregations_KeepLabelsThatTheyDoNotKnow() =>
        Assert.All(RuleFiles.All, r => Assert.DoesNotMatch(@"\bby *\(|\bon *\(", r.Expression));

    [Fact]
    public void Aggregations_TakeAwayEveryLabelOfAReplica() => Assert.All(RuleFiles.All, r =>
        Assert.All(Without().Matches(r.Expression).Select(m => m.Groups[1].Value).Where(l => l.Contains("instance", StringComparison.Ordinal)), labels =>
            Assert.EndsWith("instance, pod, container, endpoint", labels, StringComparison.Ordinal)));

    [Fact]
    public void Functions_AreNoneThatMakesAlertsFlap() =>
        Assert.All(RuleFiles.All, r => Assert.Empty(new PromQlWords(r.Expression).Functions.Intersect(["topk", "bottomk", "limitk", "irate", "idelta", "deriv", "predict_linear"])));

    [Fact]
    public void Regexes_HaveSomethingToMatchAndNoAnchors() => Assert.All(RuleFiles.All, r => Assert.All(Pattern().Matches(r.Expression), m =>
    {
        Assert.Matches(@"[|.*+\[]", m.Groups[1].Value);
        Assert.DoesNotMatch(@"^\^|\$$", m.Groups[1].Value);
    }));

    [Fact]
    public void Hysteresis_OfAnAlert_LooksAtItself() => Assert.All(RuleFiles.Alerts.Where(a => a.Expression.Contains("ALERTS", StringComparison.Ordinal)), a =>
    {
        Assert.Contains($"ALERTS{{alertname=\"{a.Name}\", alertstate=\"firing\"}}", a.Expression, StringComparison.Ordinal);
        Assert.Contains($"ignoring (alertname, alertstate, {string.Join(", ", a.Labels.Keys)})", a.Expression, StringComparison.Ordinal);
    });

    /// <summary>The labels that are left of an alert on a model, a version, a feature, a job or an exporter: those of its metrics that no aggregation takes away.</summary>
    static HashSet<string> Kept(Rule alert) => RuleLabels.Of(alert.Expression);

    [GeneratedRegex(@"^/d/modelexporter-([a-z]+)(\?var-(\w+)=\{\{ \$labels\.\3 \| urlquery \}\}(&var-(\w+)=\{\{ \$labels\.\5 \| urlquery \}\})*)?$")]
    private static partial Regex DashboardUrl();

    [GeneratedRegex(@"\$labels\.(\w+)")]
    private static partial Regex TemplateLabel();

    [GeneratedRegex(@"[^=!~]([<>]=?|==|!=)[^~]")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\b(rate|increase)\((\w+)(\{[^}]*\})?\[")]
    private static partial Regex Rated();

    [GeneratedRegex(@"\b(rate|increase)\(")]
    private static partial Regex Rate();

    [GeneratedRegex(@"without \(([^)]*)\)")]
    private static partial Regex Without();

    [GeneratedRegex("[=!]~\"([^\"]*)\"")]
    private static partial Regex Pattern();
}
