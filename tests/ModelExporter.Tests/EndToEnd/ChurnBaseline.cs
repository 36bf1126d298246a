using ModelExporter.Engine.Baselines;
using ModelExporter.Tests.Exposition;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>The baseline of the churn model as a file: what it learnt from the beginning of its log.</summary>
static class ChurnBaseline
{
    public static BaselineProfile Profile { get; } = Learn();

    public static string Write(TestFolder folder) => folder.Write("baseline.json", BaselineJson.Write(Profile));

    public static string Config(string baseline) => ChurnLog.Config.Replace("{first: 50}", $"{{file: {baseline}}}", StringComparison.Ordinal);

    static BaselineProfile Learn()
    {
        var monitor = new ChurnMonitor(ChurnLog.Config.Replace("50", "500", StringComparison.Ordinal));
        monitor.Take(ChurnLog.Both(0, 600));
        return monitor.Monitor.Versions.Single().Baseline!;
    }
}
