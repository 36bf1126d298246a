using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderTests
{
    const long Noon = 1_714_996_800_000_000; // 2024-05-06T12:00:00Z

    [Fact]
    public void Decode_WholeRecord_HasEveryField()
    {
        var decoded = Decoding.One("""
            {"id":"c-1029","ts":"2024-05-06T12:00:00Z","model":"churn","version":"7","features":{"age":41,"plan":"pro","balance":null,"vip":true},
             "prediction":{"label":"yes","score":0.87,"value":3.5,"scores":{"yes":0.87,"no":0.13}},"segments":{"country":"DE"},
             "latency_ms":12.5,"attributions":{"age":0.21},"label":"no"}
            """);
        Assert.Equal(RecordKey.Of("c-1029"u8, 42), decoded.Row.Key);
        Assert.Equal(Noon, decoded.Row.Time);
        Assert.Equal(0.0125, decoded.Row.Latency);
        Assert.True(decoded.Row.IsPrediction && decoded.Row.IsLabel);
        Assert.Equal(("churn", "\"7\"", "\"yes\"", "0.87", "3.5", "\"no\""), (decoded.Model, decoded.Version, decoded.Predicted, decoded.Score, decoded.Value, decoded.Label));
        Assert.Equal("age=41 plan=\"pro\" balance=null vip=true", decoded.Features);
        Assert.Equal("yes=0.87 no=0.13", decoded.Scores);
    }

    [Theory]
    [InlineData("""{"prediction":1}""")]
    [InlineData("""{"features":{}}""")]
    [InlineData("""{"score":0.5}""")]
    [InlineData("""{"scores":[]}""")]
    [InlineData("""{"prediction":{}}""")]
    public void Decode_LeastPrediction_HasNothingElse(string payload)
    {
        var decoded = Decoding.One(payload);
        Assert.True(decoded.Row.IsPrediction);
        Assert.False(decoded.Row.IsLabel);
        Assert.True(decoded.Row.Key.IsNone);
        Assert.Equal(Decoding.Arrival, decoded.Row.Time);
        Assert.True(double.IsNaN(decoded.Row.Latency));
        Assert.Equal(("-", "-", "-", "", ""), (decoded.Version, decoded.Value, decoded.Label, decoded.Features, decoded.Scores));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("null")]
    [InlineData("\"12\"")]
    [InlineData("NaN")]
    [InlineData("[12]")]
    public void Decode_LatencyThatIsNone_IsLeftOut(string latency) =>
        Assert.True(double.IsNaN(Decoding.One($$"""{"latency_ms":{{latency}},"prediction":1}""").Row.Latency));

    [Theory]
    [InlineData("3", "3")]
    [InlineData("-0.5e1", "-5")]
    [InlineData("\"yes\"", "\"yes\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"gr\\u00fcn \\ud83d\\ude80\"", "\"grün 🚀\"")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    public void Decode_ScalarPrediction_IsWhatIsPredicted(string prediction, string expected)
    {
        var decoded = Decoding.One($$"""{"prediction":{{prediction}}}""");
        Assert.Equal((expected, "-", "-"), (decoded.Predicted, decoded.Score, decoded.Value));
    }

    [Theory]
    [InlineData("""{"score":0.5,"label":1}""")]
    [InlineData("""{ "score" : 0.5 , "label" : 1 }""")]
    [InlineData("""{"other":[{"label":2}],"score":0.5,"more":{},"label":1}""")]
    [InlineData("""{"label":7,"score":0.1,"label":1,"score":0.5}""")]
    public void Decode_PredictionObject_IsReadInAnyOrderAndSpacing(string prediction)
    {
        var decoded = Decoding.One($$"""{"prediction":{{prediction}}}""");
        Assert.Equal(("1", "0.5", "-"), (decoded.Predicted, decoded.Score, decoded.Value));
    }

    [Theory]
    [InlineData("""{"scores":{"a":0.25,"b":0.75}}""", "a=0.25 b=0.75", true)]
    [InlineData("""{"scores":[0.25,0.75]}""", "0=0.25 1=0.75", false)]
    [InlineData("""{"prediction":{"scores":{"a":0.25,"b":0.75}}}""", "a=0.25 b=0.75", true)]
    [InlineData("""{"prediction":{"label":"a","scores" : [ 0.25 , 0.75 ]}}""", "0=0.25 1=0.75", false)]
    [InlineData("""{"scores":{"\u0061":0.25,"gr\u00fcn":NaN}}""", "a=0.25 grün=null", true)]
    [InlineData("""{"scores":["x",null,[1],{"a":1},true]}""", "0=\"x\" 1=null 2=composite 3=composite 4=true", false)]
    [InlineData("""{"scores":{}}""", "", true)]
    public void Decode_Scores_CarryNameOrPosition(string payload, string expected, bool named)
    {
        var decoded = Decoding.One(payload);
        Assert.Equal((expected, named, true), (decoded.Scores, decoded.Row.ScoresByName, decoded.Row.IsPrediction));
    }

    [Fact]
    public void Decode_MoreScoresThanTheLimit_KeepsTheFirst()
    {
        var decoded = Decoding.One($$"""{"scores":[{{string.Join(',', Enumerable.Range(0, 1500))}}]}""");
        Assert.Equal(RecordLimits.ScoresPerRecord, decoded.Row.ScoreCount);
        Assert.EndsWith(" 999=999", decoded.Scores, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("\"no\"", "\"no\"")]
    [InlineData("false", "false")]
    public void Decode_LabelEvent_IsNoPrediction(string label, string expected)
    {
        var decoded = Decoding.One($$"""{"id":"a","label":{{label}}}""");
        Assert.Equal((expected, false, true), (decoded.Label, decoded.Row.IsPrediction, decoded.Row.IsLabel));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("NaN")]
    public void Decode_PredictionWithLabelNull_IsNotLabelledYet(string label)
    {
        var decoded = Decoding.One($$"""{"id":"a","prediction":1,"label":{{label}}}""");
        Assert.Equal(("-", true, false), (decoded.Label, decoded.Row.IsPrediction, decoded.Row.IsLabel));
    }

    [Fact]
    public void Decode_DuplicateKeys_TakesTheLast()
    {
        var decoded = Decoding.One("""{"id":"x","id":"a","prediction":1,"version":"1","prediction":2,"version":"2","ts":0,"ts":1714996800}""");
        Assert.Equal((RecordKey.Of("a"u8, 42), Noon, "2", "\"2\""), (decoded.Row.Key, decoded.Row.Time, decoded.Predicted, decoded.Version));
    }

    [Fact]
    public void Decode_UnknownKeys_AreSkipped()
    {
        var decoded = Decoding.One("""{"host":"x","deep":{"id":"no","a":[1,{"label":2}]},"id":"a","tags":[],"prediction":1,"n":null,"Label":3}""");
        Assert.Equal((RecordKey.Of("a"u8, 42), "1", "-", ""), (decoded.Row.Key, decoded.Predicted, decoded.Label, decoded.Features));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\uFEFF")]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    public void Decode_Nothing_IsNothing(string payload)
    {
        var decoding = new Decoding();
        Assert.Empty(decoding.Rows(payload));
        Assert.Empty(decoding.Rejects);
    }

    [Fact]
    public void Decode_ByteOrderMarkAndSpace_AreNoPartOfTheRecord() =>
        Assert.Equal("1", Decoding.One("\uFEFF \r\n{\"prediction\":1}\r\n").Predicted);

    [Fact]
    public void Decode_KeyOrderThatChanges_ChangesNothing()
    {
        var random = new Random(3);
        var decoding = new Decoding();
        string[] fields = ["\"id\":\"a\"", "\"ts\":1714996800", "\"prediction\":{\"label\":1,\"score\":0.5}", "\"label\":0", "\"version\":\"7\"", "\"junk\":[1]"];
        string[] features = ["\"age\":41", "\"plan\":\"pro\"", "\"vip\":true", "\"n\\u0061me\":3"];
        for (int i = 0; i < 2000; i++)
        {
            random.Shuffle(fields);
            random.Shuffle(features);
            string space = i % 3 == 0 ? " " : "";
            string record = $"{{{string.Join("," + space, [.. fields, $"\"features\":{space}{{{string.Join(',', features)}}}"])}}}";
            var decoded = decoding.Row(record);
            Assert.Equal((RecordKey.Of("a"u8, 42), Noon), (decoded.Row.Key, decoded.Row.Time));
            Assert.Equal(("1", "0.5", "0", "\"7\""), (decoded.Predicted, decoded.Score, decoded.Label, decoded.Version));
            Assert.Equal("age=41 name=3 plan=\"pro\" vip=true", string.Join(' ', decoded.Features.Split(' ').Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public void Decode_LongText_IsCut()
    {
        var decoding = new Decoding();
        var plain = decoding.Row($$"""{"prediction":"{{new string('x', 5000)}}"}""");
        var escaped = decoding.Row($$"""{"prediction":"\n{{new string('x', 5000)}}"}""");
        Assert.Equal(RecordLimits.TextBytes, plain.Row.Predicted.TextLength);
        Assert.Equal(RecordLimits.TextBytes, escaped.Row.Predicted.TextLength);
    }
}
