using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderRejectTests
{
    [Theory]
    [InlineData(RejectReason.MalformedJson, "{")]
    [InlineData(RejectReason.MalformedJson, "nonsense")]
    [InlineData(RejectReason.MalformedJson, """{"prediction":1""")]
    [InlineData(RejectReason.MalformedJson, """{"prediction":1,}""")]
    [InlineData(RejectReason.MalformedJson, """{"prediction":1}}""")]
    [InlineData(RejectReason.MalformedJson, """{"prediction":1}{"prediction":2}""")]
    [InlineData(RejectReason.MalformedJson, """{"prediction":01}""")]
    [InlineData(RejectReason.MalformedJson, """{'prediction':1}""")]
    [InlineData(RejectReason.MalformedJson, "\0")]
    [InlineData(RejectReason.MalformedJson, """{"id":true,"prediction":1""")]
    [InlineData(RejectReason.NotAnObject, "7")]
    [InlineData(RejectReason.NotAnObject, "null")]
    [InlineData(RejectReason.NotAnObject, "\"text\"")]
    [InlineData(RejectReason.NotAnObject, "NaN")]
    [InlineData(RejectReason.NotAnObject, "[[{\"prediction\":1}]]")]
    [InlineData(RejectReason.NoContent, "{}")]
    [InlineData(RejectReason.NoContent, """{"id":"a","ts":1,"model":"churn","latency_ms":3}""")]
    [InlineData(RejectReason.NoContent, """{"prediction":null}""")]
    [InlineData(RejectReason.NoId, """{"label":1}""")]
    [InlineData(RejectReason.NoId, """{"id":"","label":1}""")]
    [InlineData(RejectReason.NoId, """{"id":null,"label":1}""")]
    [InlineData(RejectReason.InvalidId, """{"id":true,"prediction":1}""")]
    [InlineData(RejectReason.InvalidId, """{"id":["a"],"prediction":1}""")]
    [InlineData(RejectReason.InvalidId, """{"id":{"a":1},"label":1}""")]
    [InlineData(RejectReason.InvalidTimestamp, """{"ts":"yesterday","prediction":1}""")]
    [InlineData(RejectReason.InvalidTimestamp, """{"ts":"","prediction":1}""")]
    [InlineData(RejectReason.InvalidTimestamp, """{"ts":1e300,"prediction":1}""")]
    [InlineData(RejectReason.InvalidTimestamp, """{"ts":NaN,"prediction":1}""")]
    [InlineData(RejectReason.InvalidTimestamp, """{"ts":[1],"prediction":1}""")]
    [InlineData(RejectReason.InvalidTimestamp, """{"ts":false,"prediction":1}""")]
    [InlineData(RejectReason.InvalidTimestamp, """{"ts":"\ud800","prediction":1}""")]
    [InlineData(RejectReason.InvalidLabel, """{"id":"a","label":null}""")]
    [InlineData(RejectReason.InvalidLabel, """{"id":"a","label":NaN}""")]
    [InlineData(RejectReason.InvalidLabel, """{"id":"a","label":[1]}""")]
    [InlineData(RejectReason.InvalidLabel, """{"id":"a","prediction":1,"label":{"a":1}}""")]
    [InlineData(RejectReason.InvalidModel, """{"model":7,"prediction":1}""")]
    [InlineData(RejectReason.InvalidModel, """{"model":"","prediction":1}""")]
    [InlineData(RejectReason.InvalidModel, """{"model":["churn"],"prediction":1}""")]
    [InlineData(RejectReason.InvalidModel, """{"model":"\ud800","prediction":1}""")]
    [InlineData(RejectReason.UnknownModel, """{"model":"Churn","prediction":1}""")]
    public void Decode_BadRecord_IsRejectedOnceWithItsReason(RejectReason reason, string payload) => Assert.Equal(reason, Decoding.Refusal(payload));

    [Fact]
    public void Decode_ModelNameTooLong_IsInvalid()
    {
        Assert.Equal(RejectReason.UnknownModel, Decoding.Refusal($$"""{"model":"{{new string('x', RecordLimits.NameBytes)}}","prediction":1}"""));
        Assert.Equal(RejectReason.InvalidModel, Decoding.Refusal($$"""{"model":"{{new string('x', RecordLimits.NameBytes + 1)}}","prediction":1}"""));
    }

    [Theory]
    [InlineData(RecordKinds.Labels, RejectReason.NotALabel, """{"id":"a","prediction":1,"label":1}""")]
    [InlineData(RecordKinds.Predictions, RejectReason.NotAPrediction, """{"id":"a","label":1}""")]
    public void Decode_KindThatIsNotTaken_IsRejected(RecordKinds taken, RejectReason reason, string payload) =>
        Assert.Equal(reason, new Decoding(taken: taken).Reject(payload));

    [Theory]
    [InlineData("7B 22 70 72 65 64 22 3A 22 FF 22 7D")]
    [InlineData("7B 22 C3 22 3A 31 7D")]
    [InlineData("C3 28")]
    [InlineData("ED A0 80")]
    public void Decode_InvalidUtf8_IsRejected(string hex)
    {
        var decoding = new Decoding();
        Assert.Empty(decoding.Rows(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));
        Assert.Equal([RejectReason.InvalidUtf8], decoding.Rejects);
    }

    [Fact]
    public void Decode_BadRecordsInAnArray_LeaveTheOthers()
    {
        var decoding = new Decoding();
        var rows = decoding.Rows("""[{"prediction":1},{"label":1},{"prediction":2,"id":{}},8,{"prediction":3},{"id":"a"}]""");
        Assert.Equal(["1", "3"], rows.Select(r => r.Predicted));
        Assert.Equal([RejectReason.NoId, RejectReason.InvalidId, RejectReason.NotAnObject, RejectReason.NoContent], decoding.Rejects);
        Assert.Equal(2, decoding.Router.Accepted);
        Assert.Equal(1, decoding.Router.Rejected[(int)RejectReason.NoId]);
    }

    [Theory]
    [InlineData("""[{"prediction":1},{"prediction":2},{"predic""")]
    [InlineData("""[{"prediction":1},{"prediction":2},""")]
    [InlineData("""[{"prediction":1},{"prediction":2}""")]
    [InlineData("""[{"prediction":1},{"prediction":2}] more""")]
    [InlineData("""{"rows":[{"prediction":1},{"prediction":2}""")]
    [InlineData("""{"rows":[{"prediction":1},{"prediction":2}],"more":}""")]
    [InlineData("""{"rows":[{"prediction":1},{"prediction":2}]}}""")]
    public void Decode_ArrayThatBreaksOff_KeepsWhatCameBefore(string payload)
    {
        var decoding = new Decoding();
        Assert.Equal(["1", "2"], decoding.Rows(payload).Select(r => r.Predicted));
        Assert.Equal([RejectReason.MalformedJson], decoding.Rejects);
    }

    [Fact]
    public void Decode_RowAfterARejectedOne_HasNothingOfIt()
    {
        var decoding = new Decoding();
        var rows = decoding.Rows("""[{"prediction":"a"},{"features":{"x":"lost"},"scores":[1],"version":"lost","id":true},{"prediction":"b","features":{"y":"kept"}}]""");
        Assert.Equal(("\"b\"", "y=\"kept\"", "", "-"), (rows[1].Predicted, rows[1].Features, rows[1].Scores, rows[1].Version));
    }

    [Fact]
    public void Decode_EveryReason_HasKeyAndSentence()
    {
        Assert.Equal(Enum.GetValues<RejectReason>().Length - 1, RejectReasons.All.Select(r => r.Key()).Distinct().Count());
        Assert.All(RejectReasons.All, r =>
        {
            Assert.Matches("^[a-z0-9]+(_[a-z0-9]+)*$", r.Key());
            Assert.Equal(r.ToString(), string.Concat(r.Key().Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..])), ignoreCase: true);
            Assert.NotEqual("", r.Sentence());
        });
    }
}
