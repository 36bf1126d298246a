using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderFlatTests
{
    [Fact]
    public void Decode_FlatRecord_TakesOtherScalarsAsFeatures()
    {
        var decoded = new Decoding(flat: true).Row("""{"id":"a","age":41,"plan":"pro","tags":["x"],"meta":{"a":1},"vip":null,"prediction":1,"segments":{"c":"DE"},"attributions":{"age":1}}""");
        Assert.Equal("age=41 plan=\"pro\" vip=null", decoded.Features);
        Assert.Equal("1", decoded.Predicted);
    }

    [Fact]
    public void Decode_FlatRecordOfNothingButScalars_IsAPrediction()
    {
        Assert.True(new Decoding(flat: true).Row("""{"age":41}""").Row.IsPrediction);
        Assert.Equal(RejectReason.NoContent, Decoding.Refusal("""{"age":41}"""));
    }

    // A value with the slot of no name would be looked up in tables that have no such place.
    [Fact]
    public void Decode_FlatRecordWhenAllNamesAreGiven_CountsTheRest()
    {
        var decoding = new Decoding(flat: true);
        string names = string.Join(',', Enumerable.Range(0, RecordLimits.Slots).Select(i => $"\"f{i}\":{i}"));
        decoding.Rows("{\"features\":{" + names + "}}");
        var decoded = decoding.Row("""{"late":1,"f7":2,"prediction":1}""");
        Assert.Equal(("f7=2", 1), (decoded.Features, decoded.Row.FeaturesDropped));
    }

    [Fact]
    public void Decode_KnownFeatureAtTheTop_IsAFeature()
    {
        var decoded = new Decoding(known: ["age", "plan"]).Row("""{"host":"x","age":41,"uptime":5,"plan":["pro"],"prediction":1}""");
        Assert.Equal("age=41 plan=composite", decoded.Features);
    }

    [Fact]
    public void Decode_NameMetAsFeatureOnly_IsNotKnownAtTheTop()
    {
        var decoding = new Decoding(known: ["age"]);
        decoding.Row("""{"features":{"host":1}}""");
        Assert.Equal("age=2", decoding.Row("""{"host":1,"age":2}""").Features);
    }
}
