using System.Text;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class RecordBatchTests
{
    [Fact]
    public void Batch_RejectedRowsBetweenGoodOnes_LeaveNoTextBehind()
    {
        var engine = new EngineHarness(new ModelConfig { Name = "m", Task = TaskKind.Binary });
        byte[] bad = Encoding.UTF8.GetBytes($$"""{"id":"a","prediction":"{{new string('x', 1000)}}","ts":"never"}""");
        engine.Decode("""{"id":"a","prediction":"first"}"""u8, 0);
        engine.Decode(bad, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++) engine.Decode(bad, 0);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);

        engine.Decode("""{"id":"b","prediction":"second"}"""u8, 0);
        Assert.Equal(10_001, engine.Router.Rejected[(int)RejectReason.InvalidTimestamp]);
        Assert.True(engine.Router.TryTake(0, out var batch));
        Assert.Equal(["first", "second"], batch.Rows.ToArray().Select(row => Encoding.UTF8.GetString(batch.TextOf(row.Predicted))));
    }
}
