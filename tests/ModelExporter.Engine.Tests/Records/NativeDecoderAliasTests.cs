using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderAliasTests
{
    [Theory]
    [InlineData("id", "prediction_id", "request_id", "event_id", "inference_id", "identifier", "correlationid", "correlation_id", "puid")]
    public void Decode_AliasOfId_IsTheId(params string[] names)
    {
        foreach (string name in names)
            Assert.Equal(RecordKey.Of("a"u8, 42), Decoding.One($$"""{"{{name}}":"a","prediction":1}""").Row.Key);
    }

    [Theory]
    [InlineData("ts", "timestamp", "time", "event_time", "datetime", "@timestamp", "logging_time", "timestamp_ms", "prediction_timestamp")]
    public void Decode_AliasOfTime_IsTheTime(params string[] names)
    {
        foreach (string name in names)
            Assert.Equal(1_714_996_800_000_000, Decoding.One($$"""{"{{name}}":1714996800,"prediction":1}""").Row.Time);
    }

    [Theory]
    [InlineData("model", "model_name")]
    public void Decode_AliasOfModel_IsTheModel(params string[] names)
    {
        foreach (string name in names)
            Assert.Equal("b", new Decoding(["a", "b"], "a").Row($$"""{"{{name}}":"b","prediction":1}""").Model);
    }

    [Theory]
    [InlineData("version", "model_version")]
    public void Decode_AliasOfVersion_IsTheVersion(params string[] names)
    {
        foreach (string name in names)
            Assert.Equal("\"v2\"", Decoding.One($$"""{"{{name}}":"v2","prediction":1}""").Version);
    }

    [Theory]
    [InlineData("prediction", "pred", "y_pred", "predicted_label", "prediction_label", "predicted")]
    public void Decode_AliasOfPrediction_IsThePrediction(params string[] names)
    {
        foreach (string name in names)
            Assert.Equal("\"yes\"", Decoding.One($$"""{"{{name}}":"yes"}""").Predicted);
    }

    [Theory]
    [InlineData("score", "y_pred_proba", "prediction_score", "probability", "proba")]
    public void Decode_AliasOfScore_IsTheScore(params string[] names)
    {
        foreach (string name in names)
            Assert.Equal("0.25", Decoding.One($$"""{"{{name}}":0.25}""").Score);
    }

    [Theory]
    [InlineData("label", "target", "actual", "actual_label", "ground_truth", "y_true", "truth")]
    public void Decode_AliasOfLabel_IsGroundTruth(params string[] names)
    {
        foreach (string name in names)
        {
            var decoded = Decoding.One($$"""{"id":"a","{{name}}":"yes"}""");
            Assert.Equal(("\"yes\"", "-", false), (decoded.Label, decoded.Predicted, decoded.Row.IsPrediction));
        }
    }

    [Theory]
    [InlineData("latency_ms", "duration_ms", "execution_time_ms", "response_time_ms")]
    public void Decode_AliasOfLatency_IsTheLatencyInSeconds(params string[] names)
    {
        foreach (string name in names)
            Assert.Equal(0.25, Decoding.One($$"""{"{{name}}":250,"prediction":1}""").Row.Latency);
    }
}
