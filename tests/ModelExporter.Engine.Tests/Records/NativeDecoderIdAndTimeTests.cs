using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderIdAndTimeTests
{
    const long Noon = 1_714_996_800_000_000; // 2024-05-06T12:00:00Z

    [Theory]
    [InlineData("7", "\"7\"")]
    [InlineData("-1.50", "\"-1.50\"")]
    [InlineData("\"c-1\"", "\"c\\u002d1\"")]
    public void Decode_IdAsNumberOrEscaped_EqualsItsText(string id, string same)
    {
        var decoding = new Decoding();
        Assert.Equal(decoding.Row($$"""{"id":{{id}},"label":1}""").Row.Key, decoding.Row($$"""{"id":{{same}},"label":1}""").Row.Key);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Decode_IdThatIsNone_LeavesTheOtherOne(string none)
    {
        Assert.True(Decoding.One($$"""{"id":{{none}},"prediction":1}""").Row.Key.IsNone);
        Assert.Equal(RecordKey.Of("a"u8, 42), Decoding.One($$"""{"id":"a","correlation_id":{{none}},"prediction":1}""").Row.Key);
        Assert.Equal(RecordKey.Of("a"u8, 42), Decoding.One($$"""{"correlation_id":{{none}},"id":"a","prediction":1}""").Row.Key);
    }

    [Theory]
    [InlineData("\"2024-05-06T12:00:00Z\"")]
    [InlineData("\"2024-05-06T14:00:00.000+02:00\"")]
    [InlineData("\"2024-05-06T14:00:00.000\\u002B02:00\"")]
    [InlineData("\"2024-05-06 12:00:00\"")]
    [InlineData("1714996800")]
    [InlineData("1714996800.000")]
    [InlineData("1714996800000")]
    [InlineData("1714996800000000")]
    [InlineData("1714996800000000000")]
    [InlineData("\"1714996800000\"")]
    public void Decode_TimeInAnyForm_IsTheInstant(string time) =>
        Assert.Equal(Noon, Decoding.One($$"""{"ts":{{time}},"prediction":1}""").Row.Time);

    [Fact]
    public void Decode_TimeNull_IsTheArrival() =>
        Assert.Equal(Decoding.Arrival, Decoding.One("""{"ts":null,"prediction":1}""").Row.Time);
}
