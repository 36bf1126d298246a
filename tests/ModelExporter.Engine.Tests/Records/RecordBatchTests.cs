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

    [Fact]
    public void IsFull_ManyRows_AtTheNumber()
    {
        var batch = new BatchPool(new SlotNames(10)).Rent();
        for (int i = 0; i < RecordBatch.FullRows; i++)
        {
            Assert.False(batch.IsFull);
            batch.Begin();
            batch.Commit();
        }
        Assert.True(batch.IsFull);
        batch.Clear();
        Assert.False(batch.IsFull);
    }

    [Fact]
    public void Decode_WideRecords_FillABatchBeforeItIsLarge()
    {
        var decoding = new Decoding();
        byte[] texts = Record(RecordLimits.FeaturesPerRecord, "\"" + new string('x', RecordLimits.TextBytes) + "\"");
        decoding.Decode(texts);
        Assert.True(decoding.Router.NeedsDrain);
        Assert.True(decoding.Router.TryTake(0, out _));

        byte[] numbers = Record(RecordLimits.FeaturesPerRecord, "1");
        int records = 0;
        for (; !decoding.Router.NeedsDrain; records++) decoding.Decode(numbers);
        Assert.Equal((1 << 18) / RecordLimits.FeaturesPerRecord, records);
    }

    [Fact]
    public void Release_BatchOfOneHugePayload_IsNotKept()
    {
        var decoding = new Decoding();
        decoding.Decode("""{"prediction":1}"""u8);
        Assert.True(decoding.Router.TryTake(0, out var small));
        small.Release();
        decoding.Decode("""{"prediction":1}"""u8);
        Assert.True(decoding.Router.TryTake(0, out var same));
        Assert.Same(small, same);
        same.Release();

        decoding.Decode(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{\"score\":1}", 200_000))}]"));
        Assert.True(decoding.Router.TryTake(0, out var huge));
        Assert.Equal((200_000, small), (huge.Count, huge));
        huge.Release();
        decoding.Decode("""{"prediction":1}"""u8);
        Assert.True(decoding.Router.TryTake(0, out var next));
        Assert.NotSame(huge, next);
    }

    static byte[] Record(int features, string value) =>
        Encoding.UTF8.GetBytes("{\"features\":{" + string.Join(',', Enumerable.Range(0, features).Select(i => $"\"f{i}\":{value}")) + "}}");
}
