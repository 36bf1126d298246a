using System.Text;
using ModelExporter.Engine.Config;

namespace ModelExporter.Engine.Tests.Monitoring;

public class HotPathTests
{
    const int Records = 100_000;

    [Theory]
    [InlineData(TaskKind.Binary)]
    [InlineData(TaskKind.Multiclass)]
    [InlineData(TaskKind.Regression)]
    public void DecodeAndApply_OnceWarm_AllocatesNothing(TaskKind task)
    {
        var log = new RandomLog(task, seed: 7);
        var engine = new EngineHarness(RandomLog.Config(task, "5m", "1h", "last_1000"));
        Feed(engine, Take(log, 60_000));
        FillTable(engine, log.Now);
        var records = Take(log, Records);
        long table = engine.Monitor.JoinBytes;
        long accepted = engine.Router.Accepted;

        // A collection that another test causes takes this thread's open allocation block away, and what is left of it would count.
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Feed(engine, records);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(Records, engine.Router.Accepted - accepted);
        Assert.True(table == engine.Monitor.JoinBytes, "the pending table grew: the test did not warm it up");
        Assert.Equal(0, allocated);
    }

    static List<(byte[] Json, long Now)> Take(RandomLog log, int count) => [.. Enumerable.Range(0, count).Select(_ => (Encoding.UTF8.GetBytes(log.Next()), log.Now))];

    static void Feed(EngineHarness engine, List<(byte[] Json, long Now)> records)
    {
        foreach (var (json, now) in records)
        {
            engine.Decode(json, now);
            if (!engine.Router.NeedsDrain) continue;
            engine.Drain(now);
            engine.Monitor.Advance(now);
        }
        engine.Drain(records[^1].Now);
    }

    /// <summary>The table of pending ids grows by a seventh at a time: with a million ids that wait, right after it grew, it has room for all that is measured.</summary>
    static void FillTable(EngineHarness engine, long now)
    {
        int id = 0;
        for (int steady = 0; engine.Monitor.LabelsPending < 1_200_000 || steady < 2;)
        {
            long bytes = engine.Monitor.JoinBytes;
            for (int i = 0; i < 10_000; i++)
            {
                engine.Decode(Encoding.UTF8.GetBytes($"{{\"id\":\"w{id++}\",\"label\":1}}"), now);
                if (engine.Router.NeedsDrain) engine.Drain(now);
            }
            engine.Drain(now);
            bool before = engine.Monitor.LabelsPending < 1_200_000;
            steady = before || bytes != engine.Monitor.JoinBytes ? 0 : steady + 1;
        }
    }
}
