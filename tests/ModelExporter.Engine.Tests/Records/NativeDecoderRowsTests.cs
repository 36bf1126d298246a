namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderRowsTests
{
    [Theory]
    [InlineData("[{\"prediction\":1},{\"prediction\":2}]")]
    [InlineData("""{"rows":[{"prediction":1},{"prediction":2}]}""")]
    [InlineData("{\n  \"rows\": [\n    {\"prediction\": 1},\n    {\"prediction\": 2}\n  ],\n  \"more\": {}\n}")]
    [InlineData("""{"rows" :[{"prediction":1},{"prediction":2}],"model":"other"}""")]
    public void Decode_SeveralRecords_GivesARowForEach(string payload)
    {
        var decoding = new Decoding();
        Assert.Equal(["1", "2"], decoding.Rows(payload).Select(r => r.Predicted));
        Assert.Empty(decoding.Rejects);
    }

    [Theory]
    [InlineData("""{"rows":{"prediction":2,"id":"b"},"prediction":1}""")]
    [InlineData("""{"rows":5,"prediction":1}""")]
    [InlineData("""{"rows":null,"prediction":1}""")]
    [InlineData("""{"prediction":1,"rows":[{"prediction":2}]}""")]
    public void Decode_RowsThatAreNotTheRecords_AreSkippedAsAnyOtherKey(string payload)
    {
        var decoded = Decoding.One(payload);
        Assert.Equal(("1", true), (decoded.Predicted, decoded.Row.Key.IsNone));
    }
}
