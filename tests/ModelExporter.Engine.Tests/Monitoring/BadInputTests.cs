using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Tests.Metrics;

namespace ModelExporter.Engine.Tests.Monitoring;

public class BadInputTests
{
    public static TheoryData<TaskKind, ClockKind, int> Runs
    {
        get
        {
            var runs = new TheoryData<TaskKind, ClockKind, int>();
            foreach (var task in Enum.GetValues<TaskKind>())
                foreach (var clock in Enum.GetValues<ClockKind>())
                    runs.Add(task, clock, (int)task * 10 + (int)clock);
            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void DecodeAndApply_MutatedRecords_CountsEveryOneAndNeverThrows(TaskKind task, ClockKind clock, int seed)
    {
        // With a window this long no version leaves, so that everything that came can be found again in the counters.
        var config = Small(task, clock, "1m", "400d", "last_20");
        var engine = Play(config, seed, out var last);
        double Sum(string family) => last.Samples.Where(s => s.Key.Name == family).Sum(s => s.Value.Sum(v => v.Value));

        Assert.True(engine.PredictionRows > 3_000 && engine.LabelRows > 1_000, "too few records survived");
        Assert.True(engine.Router.Rejected.ToArray().Count(n => n > 0) >= 6, "too few kinds of rejection");
        Assert.Equal(engine.PredictionRows, Sum("model_predictions_total") + Sum("model_predictions_duplicate_total"));
        Assert.Equal(engine.LabelRows, Sum("model_labels_total"));
        Assert.Equal(engine.LabelRows,
            Sum("model_labels_joined_total") + Sum("model_labels_corrected_total") + Sum("model_labels_dropped_total") + Sum("model_labels_pending"));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void DecodeAndApply_VersionsThatComeAndGo_NeverThrows(TaskKind task, ClockKind clock, int seed)
    {
        var config = Small(task, clock, "1m") with { Labels = new LabelConfig { Horizon = TimeSpan.FromMinutes(1), MaxPending = 1_000 } };
        var engine = Play(config, seed + 100, out _);
        Assert.True(engine.Monitor.JoinCounters.PredictionsExpired + engine.Monitor.JoinCounters.PredictionsEvicted > 1_000);
    }

    static ModelConfig Small(TaskKind task, ClockKind clock, params string[] windows) => RandomLog.Config(task, windows) with
    {
        Clock = clock,
        Baseline = new BaselineConfig(First: 100),
        Limits = new LimitConfig { Versions = 4, Features = 30, Classes = 5 },
    };

    static EngineHarness Play(ModelConfig config, int seed, out Snapshot last)
    {
        var random = new Random(seed);
        var engine = new EngineHarness(config);
        var log = new RandomLog(config.Task, seed);
        var mutator = new RecordMutator(random);
        bool leaves = config.Windows.Count == 1;
        var checker = new SnapshotChecker();
        last = engine.Snapshot(log.Now);
        for (int i = 1; i <= 15_000; i++)
        {
            engine.Apply(mutator.Mutate(log.Next()), log.Now + random.NextInt64(10_000_000));
            if (i % 50 == 0) engine.Monitor.Advance(log.Now);
            if (i % 500 != 0) continue;
            // Where versions leave, their counters do: only what is true of one snapshot alone holds then.
            if (leaves) checker = new SnapshotChecker();
            checker.Check(last = engine.Snapshot(log.Now));
        }
        return engine;
    }
}
