namespace ModelExporter.Tests.Dashboards;

/// <summary>A PromQL query of a dashboard, with the place where it stands.</summary>
/// <param name="Dashboard">The uid of the dashboard.</param>
/// <param name="Panel">The title of the panel.</param>
/// <param name="Letter">The letter of the query in its panel.</param>
/// <param name="Expression">PromQL with Grafana's variables in it.</param>
/// <param name="IsInstant">Whether it is asked for the end of the time range alone.</param>
sealed record DashboardQuery(string Dashboard, string Panel, string Letter, string Expression, bool IsInstant)
{
    /// <summary>Its place, as the file of exceptions names it.</summary>
    public string Place => $"{Dashboard} / {Panel} / {Letter}";

    public override string ToString() => Place;
}
