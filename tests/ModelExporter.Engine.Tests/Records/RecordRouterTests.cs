using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class RecordRouterTests
{
    [Fact]
    public void NeedsDrain_FullBatch_UntilItIsTaken()
    {
        var decoding = new Decoding();
        for (int i = 0; i < RecordBatch.FullRows; i++)
        {
            Assert.False(decoding.Router.NeedsDrain);
            decoding.Decode("""{"prediction":1}"""u8);
        }
        Assert.True(decoding.Router.NeedsDrain);
        Assert.True(decoding.Router.TryTake(0, out var batch));
        Assert.Equal(RecordBatch.FullRows, batch.Count);
        Assert.False(decoding.Router.NeedsDrain);
        Assert.False(decoding.Router.TryTake(0, out _));
    }

    // The batch that the copy of an unaddressed label fills need not be the one it was read into.
    [Fact]
    public void NeedsDrain_BatchFilledByCopies_IsTold()
    {
        var decoding = new Decoding(["a", "b"]);
        for (int i = 0; i < RecordBatch.FullRows - 1; i++) decoding.Decode("""{"model":"b","prediction":1}"""u8);
        decoding.Decode("""{"model":"a","prediction":1}"""u8);
        Assert.False(decoding.Router.NeedsDrain);
        decoding.Decode("""{"id":"x","label":1}"""u8);
        Assert.True(decoding.Router.NeedsDrain);
    }

    [Fact]
    public void TryTake_NothingDecoded_HasNoBatch() => Assert.False(new Decoding().Router.TryTake(0, out _));

    [Fact]
    public void Accepted_RowsAndCopies_CountsEachRecordOnce()
    {
        var decoding = new Decoding(["a", "b"]);
        decoding.Decode("""[{"model":"a","prediction":1},{"id":"x","label":1},{"prediction":1},7]"""u8);
        Assert.Equal(2, decoding.Router.Accepted);
        Assert.Equal([RejectReason.NoModel, RejectReason.NotAnObject], decoding.Rejects);
        Assert.Equal(2, decoding.Router.Rejected.ToArray().Sum());
    }
}
