using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics;

namespace ModelExporter.Engine.Tests.Metrics;

/// <summary>What is true of every snapshot, whatever came.</summary>
public class SnapshotLaws
{
    [Fact]
    public void Snapshots_OfEveryTask_KeepTheLawsAndShowEveryFamily()
    {
        var seen = new HashSet<MetricFamily>();
        foreach (var task in Enum.GetValues<TaskKind>()) seen.UnionWith(Run(task));
        Assert.Equal([], MetricCatalogue.All.Where(family => !seen.Contains(family)).Select(family => family.Name));
    }

    static HashSet<MetricFamily> Run(TaskKind task)
    {
        var engine = new EngineHarness(RandomLog.Config(task, "1m", "1h", "last_200"));
        var log = new RandomLog(task, seed: 1);
        var checker = new SnapshotChecker();
        checker.Check(engine.Snapshot(log.Now));
        for (int i = 1; i <= 6_000; i++)
        {
            engine.Apply(log.Next(), log.Now);
            if (i % 300 == 0) checker.Check(engine.Snapshot(log.Now));
        }
        checker.Check(engine.Snapshot(log.Now + 600_000_000));
        return checker.Seen;
    }
}
