using System.Globalization;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.State;

namespace ModelExporter.Engine.Tests.Monitoring.State;

/// <summary>A monitor that was saved and restored again and again is bit by bit the one that never was.</summary>
public class RestartTests
{
    const int Records = 6_000;

    [Theory]
    [InlineData(TaskKind.Binary, 2_000_000)]
    [InlineData(TaskKind.Binary, 210)]
    [InlineData(TaskKind.Multiclass, 210)]
    [InlineData(TaskKind.Regression, 210)]
    public void Restart_AtRandomRecords_ChangesNoSample(TaskKind task, int maxPending)
    {
        var config = RandomLog.Config(task, "1m", "1h", "last_200") with
        {
            Clock = ClockKind.Event,
            Labels = new LabelConfig { Horizon = TimeSpan.FromMinutes(20), MaxPending = maxPending },
        };
        var (straight, restarted) = (new EngineHarness(config), new EngineHarness(config));
        var log = new RandomLog(task, seed: 3);
        var dice = new Random(5);
        string? last = null;
        for (int i = 0; i < Records; i++)
        {
            // Now and then a record comes twice, so that there are duplicates and repeated labels.
            string record = last is not null && dice.Next(20) == 0 ? last : log.Next();
            last = record;
            straight.Apply(record, log.Now);
            restarted.Apply(record, log.Now);
            if (dice.Next(100) == 0) restarted.Restart();
            if (i % 500 == 0) Assert.Equal(Samples(straight.Snapshot(log.Now)), Samples(restarted.Snapshot(log.Now)));
        }
        Assert.Equal(Samples(straight.Snapshot(log.Now)), Samples(restarted.Snapshot(log.Now)));
        Assert.True(straight.Monitor.JoinCounters.PredictionsEvicted > 0 == maxPending < Records);
    }

    [Fact]
    public void Capture_WrittenAfterMoreRecordsCame_IsAsItWas()
    {
        var config = RandomLog.Config(TaskKind.Multiclass, "1h") with { Clock = ClockKind.Event };
        var engine = new EngineHarness(config);
        var log = new RandomLog(TaskKind.Multiclass, seed: 9);
        for (int i = 0; i < 2_000; i++) engine.Apply(log.Next(), log.Now);
        var (now, expected) = (log.Now, Samples(engine.Snapshot(log.Now)));

        var sections = engine.Monitor.Capture();
        for (int i = 0; i < 2_000; i++) engine.Apply(log.Next(), log.Now);
        Assert.NotEqual(expected, Samples(engine.Snapshot(log.Now)));

        var restored = new ModelMonitor(config, null);
        Assert.True(restored.Restore(new StateRestore(new MemoryState(sections))));
        Assert.Equal(expected, Samples(SnapshotBuilder.Build(restored)));
        Assert.Equal(now, restored.Now);
    }

    [Fact]
    public void Capture_NeverWritten_CostsNothingOfWhatComesBehind()
    {
        var config = RandomLog.Config(TaskKind.Binary, "1h") with { Clock = ClockKind.Event };
        var (straight, captured) = (new EngineHarness(config), new EngineHarness(config));
        var log = new RandomLog(TaskKind.Binary, seed: 11);
        for (int i = 0; i < 3_000; i++)
        {
            string record = log.Next();
            straight.Apply(record, log.Now);
            captured.Apply(record, log.Now);
            if (i % 200 == 0) captured.Monitor.Capture();
        }
        Assert.Equal(Samples(straight.Snapshot(log.Now)), Samples(captured.Snapshot(log.Now)));
    }

    [Fact]
    public void Capture_EveryTask_SaysHowLongItsSectionsAre()
    {
        foreach (var task in Enum.GetValues<TaskKind>())
        {
            var engine = new EngineHarness(RandomLog.Config(task, "1h"));
            var log = new RandomLog(task, seed: 13);
            for (int i = 0; i < 1_000; i++) engine.Apply(log.Next(), log.Now);
            foreach (var section in engine.Monitor.Capture())
            {
                var written = new MemoryStream();
                section.Write(written);
                Assert.Equal((section.Name, section.Length), (section.Name, written.Length));
            }
        }
    }

    static string[] Samples(Snapshot snapshot) =>
    [
        .. snapshot.Samples.SelectMany(family => family.Value.Select(sample =>
            $"{family.Key.Name}{{{string.Join(',', sample.LabelValues)}}} {Text(sample)}")),
    ];

    static string Text(Sample sample) => sample.Histogram is { } histogram
        ? $"{string.Join(' ', histogram.Counts)} {string.Join(' ', histogram.Sums.Select(Text))}"
        : Text(sample.Value);

    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
