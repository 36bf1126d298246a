using System.Diagnostics;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

/// <summary>The rules before Prometheus' own judge.</summary>
public class PromtoolRulesTests
{
    [RequiresToolFact(Promtool.Name)]
    public Task Rules_All_AreValidAndClean() => PassesAsync(["check", "rules", "--lint=all", "--lint-fatal", .. RuleFiles.Paths]);

    [RequiresToolTheory(Promtool.Name)]
    [MemberData(nameof(RulePairingTests.Alerts), MemberType = typeof(RulePairingTests))]
    [InlineData("recording")]
    public Task UnitTest_OfEveryAlert_Passes(string name) => PassesAsync("test", "rules", Path.Combine(RuleFiles.Folder, "tests", $"{name}.test.yml"));

    [RequiresToolFact(Promtool.Name)]
    public Task PrometheusConfig_OfTheExample_IsValid() => PassesAsync("check", "config", Repository.PathOf("deploy", "prometheus", "prometheus.yml"));

    static async Task PassesAsync(params string[] arguments)
    {
        var finished = await Finished.RunAsync(new ProcessStartInfo(Promtool.Name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
    }
}
