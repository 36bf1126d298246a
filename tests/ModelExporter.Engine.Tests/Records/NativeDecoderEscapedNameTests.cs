using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderEscapedNameTests
{
    [Fact]
    public void Decode_EscapedNames_AreTheNames()
    {
        var decoded = Decoding.One("""{"\u0069d":"a","pr\u0065diction":1,"f\u0065atures":{"gr\u00f6\u00dfe":5,"a\"b\\c":6}}""");
        Assert.Equal((RecordKey.Of("a"u8, 42), "1", "größe=5 a\"b\\c=6"), (decoded.Row.Key, decoded.Predicted, decoded.Features));
    }

    // An escaped name, once known, must not be taken for bytes that may stand in a text.
    [Theory]
    [InlineData("""{"prediction":1,"x\"y":1}""", """{"prediction":1,"x"y":1}""")]
    [InlineData("""{"prediction":1,"x\ty":1}""", "{\"prediction\":1,\"x\ty\":1}")]
    [InlineData("""{"features":{"x\"y":1}}""", """{"features":{"x"y":1}}""")]
    [InlineData("""{"features":{"x\ny":1}}""", "{\"features\":{\"x\ny\":1}}")]
    public void Decode_NameKnownByItsEscapes_DoesNotLetMalformedTextPass(string known, string malformed)
    {
        var decoding = new Decoding();
        decoding.Row(known);
        decoding.Row(known);
        Assert.Equal(RejectReason.MalformedJson, decoding.Reject(malformed));
    }

    [Fact]
    public void Decode_NameKnownByItsEscapes_DoesNotCutAnotherShort()
    {
        var decoding = new Decoding();
        decoding.Row("""{"features":{"x\\":1}}""");
        decoding.Row("""{"features":{"x\\":1}}""");
        Assert.Equal("x\":1,=2", decoding.Row("""{"features":{"x\":1,":2}}""").Features);
    }

    // Python writes every letter beyond ASCII as an escape, so that a log may know no other names.
    [Fact]
    public void Decode_ManyEscapedNames_AreReadAgainAndAgain()
    {
        string names = string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"\\u00e4{i}\":{i}"));
        string expected = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"ä{i}={i}"));
        var decoding = new Decoding();
        var flat = new Decoding(flat: true);
        for (int time = 0; time < 3; time++)
        {
            Assert.Equal(expected, decoding.Row("{\"features\":{" + names + "}}").Features);
            Assert.Equal(expected, flat.Row("{" + names + "}").Features);
        }
    }
}
