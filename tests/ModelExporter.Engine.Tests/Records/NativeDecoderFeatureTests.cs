using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderFeatureTests
{
    [Theory]
    [InlineData("41", "41")]
    [InlineData("-0.0", "-0")]
    [InlineData("1e400", "Infinity")]
    [InlineData("\"pro\"", "\"pro\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("NaN", "null")]
    [InlineData("Infinity", "null")]
    [InlineData("-Infinity", "null")]
    [InlineData("[1,2]", "composite")]
    [InlineData("{\"a\":{\"b\":[]}}", "composite")]
    [InlineData("\"half \\ud83d\"", "null")]
    public void Decode_FeatureOfAnyKind_IsKept(string value, string expected) =>
        Assert.Equal($"f={expected} g=1", Decoding.One(WithFeatures($"\"f\":{value},\"g\":1")).Features);

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    public void Decode_FeaturesThatAreNoObject_AreSkipped(string features)
    {
        Assert.Equal("", Decoding.One($$"""{"features":{{features}},"prediction":1}""").Features);
        Assert.Equal(RejectReason.NoContent, Decoding.Refusal($$"""{"features":{{features}},"id":"a"}"""));
    }

    [Fact]
    public void Decode_FiveThousandFeatures_AreAllKept()
    {
        var decoding = new Decoding();
        string record = WithFeatures(Numbered(5000));
        for (int time = 0; time < 2; time++)
        {
            var decoded = decoding.Row(record);
            Assert.Equal((5000, 0), (decoded.Row.FeatureCount, decoded.Row.FeaturesDropped));
            Assert.Equal(string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"f{i}={i}")), decoded.Features);
        }
    }

    [Fact]
    public void Decode_MoreNamesThanTheLimit_CountsTheRest()
    {
        int names = RecordLimits.Slots + 100;
        var decoded = Decoding.One(WithFeatures(Numbered(names)));
        Assert.Equal((RecordLimits.Slots, 100), (decoded.Row.FeatureCount, decoded.Row.FeaturesDropped));
    }

    [Fact]
    public void Decode_OneNameTooOften_CountsTheRest()
    {
        int times = RecordLimits.FeaturesPerRecord + 100;
        var decoded = Decoding.One(WithFeatures(string.Join(',', Enumerable.Repeat("\"f\":1", times))));
        Assert.Equal((RecordLimits.FeaturesPerRecord, 100), (decoded.Row.FeatureCount, decoded.Row.FeaturesDropped));
    }

    [Fact]
    public void Decode_NameTooLong_IsCountedAndNotKept()
    {
        var decoded = Decoding.One(WithFeatures($"\"{new string('x', RecordLimits.NameBytes + 1)}\":1,\"{new string('y', RecordLimits.NameBytes)}\":2"));
        Assert.Equal((1, 1), (decoded.Row.FeatureCount, decoded.Row.FeaturesDropped));
    }

    static string WithFeatures(string features) => "{\"features\":{" + features + "}}";

    static string Numbered(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"\"f{i}\":{i}"));
}
