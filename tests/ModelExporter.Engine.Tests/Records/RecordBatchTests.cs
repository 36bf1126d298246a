using System.Text;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class RecordBatchTests
{
    [Fact]
    public void Begin_RowsThatWereNotCommitted_LeaveNoText()
    {
        var batch = new BatchPool(new SlotNames(10)).Rent();
        batch.Begin();
        batch.Keep("first"u8);
        batch.Commit();
        for (int i = 0; i < 1_000_000; i++)
        {
            batch.Begin();
            batch.Keep("a text of a row that is rejected"u8);
        }
        batch.Begin();
        var last = batch.Keep("last"u8);
        batch.Commit();
        Assert.Equal(("last", 5), (Encoding.UTF8.GetString(batch.TextOf(last)), last.TextOffset));
        Assert.False(batch.IsFull);
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
