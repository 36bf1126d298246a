using System.Diagnostics;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

/// <summary>The shipped Alertmanager config before its own judge, and against the alerts that there are.</summary>
public class AlertmanagerConfigTests
{
    const string Amtool = "amtool";

    public static TheoryData<string> Alerts => [.. RuleFiles.Alerts.Select(a => a.Name)];

    [RequiresToolFact(Amtool)]
    public async Task Config_Shipped_IsValid() => Assert.Equal(0, (await RunAsync("check-config", AlertmanagerServer.Config)).ExitCode);

    [RequiresToolTheory(Amtool)]
    [MemberData(nameof(Alerts))]
    public async Task Route_OfEveryAlert_LeadsToWhoIsToKnow(string name)
    {
        var alert = RuleFiles.Alerts.Single(a => a.Name == name);
        string receivers = (alert.Labels.ContainsKey("action") ? "retrain," : "") + (alert.Severity == "critical" ? "on-call" : "team");
        string[] labels = [$"alertname={name}", "job=modelexporter", "model=churn", .. alert.Labels.Select(l => $"{l.Key}={l.Value}")];
        var finished = await RunAsync(["config", "routes", "test", $"--config.file={AlertmanagerServer.Config}", $"--verify.receivers={receivers}", .. labels]);
        Assert.True(finished.ExitCode == 0, $"{receivers}: {finished.Output}{finished.Error}");
    }

    [RequiresToolFact(Amtool)]
    public async Task Route_OfAnAlertOfOthers_LeadsToTheTeam()
    {
        var finished = await RunAsync("config", "routes", "test", $"--config.file={AlertmanagerServer.Config}", "--verify.receivers=team", "alertname=HostDown");
        Assert.Equal(0, finished.ExitCode);
    }

    [Fact]
    public void Matchers_OfTheConfig_NameLabelsAndAlertsThatThereAre()
    {
        string config = File.ReadAllText(AlertmanagerServer.Config);
        var names = RuleFiles.Alerts.Select(a => a.Name).ToHashSet();
        var values = RuleFiles.Alerts.SelectMany(a => a.Labels.Values).ToHashSet();
        var matchers = System.Text.RegularExpressions.Regex.Matches(config, "(alertname|category|severity|action)=~?\"([^\"]*)\"");
        Assert.NotEmpty(matchers);
        Assert.All(matchers, m => Assert.All(m.Groups[2].Value.Split('|'), value => Assert.Contains(value, m.Groups[1].Value == "alertname" ? names : values)));
    }

    static Task<Finished> RunAsync(params string[] arguments) =>
        Finished.RunAsync(new ProcessStartInfo(Amtool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
}
