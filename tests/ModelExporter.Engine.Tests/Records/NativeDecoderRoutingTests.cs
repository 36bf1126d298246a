using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderRoutingTests
{
    [Fact]
    public void Decode_OneModel_HasTheRecordsThatNameNone() =>
        Assert.Equal("churn", Decoding.One("""{"prediction":1}""").Model);

    [Fact]
    public void Decode_DefaultModel_HasTheRecordsThatNameNone()
    {
        var decoding = new Decoding(["a", "b"], defaultModel: "b");
        Assert.Equal("b", decoding.Row("""{"prediction":1}""").Model);
        Assert.Equal("b", decoding.Row("""{"model":null,"prediction":1}""").Model);
        Assert.Equal("b", decoding.Row("""{"id":"x","label":1}""").Model);
        Assert.Equal("a", decoding.Row("""{"model":"a","prediction":1}""").Model);
    }

    [Fact]
    public void Decode_RecordsOfSeveralModels_ReachTheirOwnWhole()
    {
        var decoding = new Decoding(["a", "b", "größe"]);
        var rows = decoding.Rows("""
            [{"model":"a","id":"1","features":{"x":"one"},"prediction":{"label":"p","scores":{"p":1}}},
             {"features":{"x":"two"},"prediction":"q","version":"v2","label":"r","model":"b"},
             {"prediction":3,"model":"gr\u00f6\u00dfe","features":{"x":null,"y":"three"}},
             {"model":"a","features":{"y":"four"}}]
            """);
        Assert.Empty(decoding.Rejects);
        Assert.Equal(["a", "a", "b", "größe"], rows.Select(r => r.Model));
        Assert.Equal(["x=\"one\"", "y=\"four\"", "x=\"two\"", "x=null y=\"three\""], rows.Select(r => r.Features));
        Assert.Equal(["\"p\"", "-", "\"q\"", "3"], rows.Select(r => r.Predicted));
        Assert.Equal(("p=1", "\"v2\"", "\"r\""), (rows[0].Scores, rows[2].Version, rows[2].Label));
        Assert.Equal(4, decoding.Router.Accepted);
    }

    [Fact]
    public void Decode_LabelThatNamesNoModel_GoesToEveryModel()
    {
        var decoding = new Decoding(["a", "b", "c"]);
        decoding.Rows("""{"model":"b","prediction":1}""");
        var rows = decoding.Rows("""{"id":"x","label":"yes"}""");
        Assert.Equal(["a", "b", "c"], rows.Select(r => r.Model));
        Assert.All(rows, row =>
        {
            Assert.Equal((RecordKey.Of("x"u8, 42), "\"yes\""), (row.Row.Key, row.Label));
            Assert.True(row.Row.IsUnaddressed);
        });
        Assert.Equal(2, decoding.Router.Accepted);
    }

    [Fact]
    public void Decode_LabelThatNamesItsModel_GoesThereAlone()
    {
        var decoded = new Decoding(["a", "b"]).Row("""{"model":"b","id":"x","label":1}""");
        Assert.Equal(("b", false), (decoded.Model, decoded.Row.IsUnaddressed));
    }

    [Fact]
    public void Decode_PredictionThatNamesNoModelOfSeveral_IsRejected() =>
        Assert.Equal(RejectReason.NoModel, new Decoding(["a", "b"]).Reject("""{"prediction":1}"""));

    [Fact]
    public void Decode_UnknownModel_IsRejected() =>
        Assert.Equal(RejectReason.UnknownModel, new Decoding(["a", "b"], "a").Reject("""{"model":"c","prediction":1}"""));
}
