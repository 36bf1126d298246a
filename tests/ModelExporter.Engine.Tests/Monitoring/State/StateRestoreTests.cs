using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.State;
using ModelExporter.Engine.Tests.Scenarios;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Tests.Monitoring.State;

public class StateRestoreTests
{
    static readonly ModelConfig Config = RandomLog.Config(TaskKind.Binary, "1h", "last_200") with { Clock = ClockKind.Event };

    [Fact]
    public void Restore_AnotherTask_TakesNothingAndSaysWhy()
    {
        var (monitor, restore) = Restored(Config with { Task = TaskKind.Regression }, out bool fits);
        Assert.False(fits);
        var drop = Assert.Single(restore.Drops);
        Assert.Equal("model/m", drop.Section);
        Assert.Contains("it was made under task: Binary, which is now task: Regression", drop.Reason, StringComparison.Ordinal);
        Assert.Equal(0, monitor.PredictionsPending);
    }

    [Fact]
    public void Restore_AnotherModel_FindsNothing()
    {
        var (_, restore) = Restored(Config with { Name = "other" }, out bool fits);
        Assert.False(fits);
        Assert.Empty(restore.Drops);
    }

    [Fact]
    public void Restore_OneWindowMore_KeepsTheOthers()
    {
        var (monitor, restore) = Restored(Config with { Windows = [.. Config.Windows, Window("24h")] }, out bool fits);
        Assert.True(fits);
        Assert.Empty(restore.Drops);
        var before = Filled().Snapshot(Now);
        var after = SnapshotBuilder.Build(monitor);
        foreach (string series in new[] { "model_accuracy_ratio{window=\"1h\",model_version=\"1\"}", "model_window_predictions{window=\"last_200\",model_version=\"2\"}", "model_predictions_total{model_version=\"1\"}" })
            Assert.Equal(before.Read(series), after.Read(series));
        Assert.Null(after.Read("model_accuracy_ratio{window=\"24h\",model_version=\"1\"}"));
    }

    [Fact]
    public void Restore_AnotherBaseline_KeepsTrafficAndPendingAndLearnsAnew()
    {
        var (monitor, restore) = Restored(Config with { Baseline = new BaselineConfig(First: 600) }, out bool fits);
        Assert.True(fits);
        Assert.Equal(["baseline", "outcomes"], restore.Drops.Select(d => d.Section.Split('/')[^1]).Distinct().Order());
        Assert.All(restore.Drops, d => Assert.Contains("baseline.first: 500, which is now baseline.first: 600", d.Reason, StringComparison.Ordinal));
        var before = Filled();
        Assert.Equal(before.Monitor.PredictionsPending, monitor.PredictionsPending);
        Assert.Equal(before.Snapshot(Now).Read("model_predictions_total{model_version=\"1\"}"), SnapshotBuilder.Build(monitor).Read("model_predictions_total{model_version=\"1\"}"));
        Assert.All(monitor.Versions, v => Assert.Null(v.Baseline));
    }

    [Fact]
    public void Restore_CutOffAnywhere_CostsThatSectionAlone()
    {
        var sections = Filled().Monitor.Capture();
        foreach (var cut in sections)
        {
            var monitor = new ModelMonitor(Config, null);
            var restore = new StateRestore(new MemoryState(sections.Select(s => s == cut ? s with { Length = s.Length / 2, Write = to => Begin(s, to) } : Again(s))));
            monitor.Restore(restore);
            var drop = Assert.Single(restore.Drops);
            Assert.Equal(cut.Name, drop.Section);
            Assert.Contains("cannot be read", drop.Reason, StringComparison.Ordinal);
        }
    }

    static long Now => Log().Now;

    static (ModelMonitor Monitor, StateRestore Restore) Restored(ModelConfig config, out bool fits)
    {
        var restore = new StateRestore(new MemoryState(Filled().Monitor.Capture()));
        var monitor = new ModelMonitor(config, null);
        fits = monitor.Restore(restore);
        return (monitor, restore);
    }

    static EngineHarness Filled()
    {
        var engine = new EngineHarness(Config);
        var log = new RandomLog(TaskKind.Binary, seed: 21);
        for (int i = 0; i < 3_000; i++) engine.Apply(log.Next(), log.Now);
        return engine;
    }

    static RandomLog Log()
    {
        var log = new RandomLog(TaskKind.Binary, seed: 21);
        for (int i = 0; i < 3_000; i++) log.Next();
        return log;
    }

    // A section of one capture is written once; here it is wanted for every cut.
    static StateSection Again(StateSection section) => section with { Write = to => to.Write(Written(section)) };

    static void Begin(StateSection section, Stream to) => to.Write(Written(section).AsSpan(0, (int)(section.Length / 2)));

    static byte[] Written(StateSection section)
    {
        var content = new MemoryStream();
        section.Write(content);
        return content.ToArray();
    }

    static WindowSpec Window(string name) => WindowSpec.TryParse(name, out var window) ? window : throw new ArgumentException(name);
}
