using ModelExporter.Engine.Records;
using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Engine.Tests.Records.Csv;

public class CsvDecoderTests
{
    const string Header = "id,timestamp,model_version,age,\"plan, current\",y_pred,y_pred_proba,target,latency_ms";

    [Fact]
    public void Decode_RowWithEverything_ReadsIt()
    {
        var row = With(Header).Row("c-1,2023-11-14T22:13:21Z,1.10,41,\"pro, \"\"max\"\"\",yes,0.87,no,12.5");
        Assert.Equal(RecordKey.Of("c-1"u8, 42), row.Row.Key);
        Assert.Equal(1_700_000_001_000_000, row.Row.Time);
        Assert.Equal(("\"1.10\"", "\"yes\"", "0.87", "\"no\""), (row.Version, row.Predicted, row.Score, row.Label));
        Assert.Equal("age=41 plan, current=\"pro, \"max\"\"", row.Features);
        Assert.Equal(0.0125, row.Row.Latency);
        Assert.True(row.Row.IsPrediction);
        Assert.False(row.Row.IsUntimed);
    }

    [Fact]
    public void Decode_SameRecordAsJson_GivesTheSameRow()
    {
        var csv = With("id,ts,version,features.age,features.plan,prediction.label,prediction.score,latency_ms").Row("7,2023-11-14 22:13:21,3,41,pro,yes,0.5,2");
        var json = Decoding.One("""{"id":7,"ts":"2023-11-14T22:13:21Z","version":"3","features":{"age":41,"plan":"pro"},"prediction":{"label":"yes","score":0.5},"latency_ms":2}""");
        Assert.Equal((json.Row.Key, json.Row.Time, json.Row.Latency), (csv.Row.Key, csv.Row.Time, csv.Row.Latency));
        Assert.Equal((json.Version, json.Predicted, json.Score, json.Label, json.Features), (csv.Version, csv.Predicted, csv.Score, csv.Label, csv.Features));
    }

    [Fact]
    public void Decode_ScoresByClassAndValue_ReadsThem()
    {
        var row = With("prediction.scores.a,scores.b,prediction.value").Row("0.25,0.75,17");
        Assert.Equal(("a=0.25 b=0.75", "17", ""), (row.Scores, row.Value, row.Features));
    }

    [Theory]
    [InlineData("41", "41")]
    [InlineData("\"41\"", "41")]
    [InlineData("-4.5e3", "-4500")]
    [InlineData("007", "\"007\"")]
    [InlineData("1e999", "null")]
    [InlineData("", "null")]
    [InlineData("NaN", "null")]
    [InlineData("null", "null")]
    [InlineData("-inf", "null")]
    [InlineData("NA", "\"NA\"")]
    [InlineData("True", "true")]
    [InlineData("false", "false")]
    [InlineData(" 41", "\" 41\"")]
    [InlineData("2023-11-14", "\"2023-11-14\"")]
    public void Decode_Field_IsTakenForWhatItLooksLike(string field, string expected) =>
        Assert.Equal($"x={expected} y=1", With("x,y").Row(field + ",1").Features);

    [Theory]
    [InlineData("9.0", "\"9.0\"")]
    [InlineData("12e4", "\"12e4\"")]
    [InlineData("", "null")]
    [InlineData("True", "true")]
    public void Decode_FieldOfACategoricalFeature_IsItsText(string field, string expected)
    {
        var decoding = new Decoding(known: ["x"], categorical: ["x"], decoder: new CsvDecoder(), header: "x,y");
        Assert.Equal($"x={expected} y=12", decoding.Row(field + ",12").Features);
    }

    [Fact]
    public void Decode_LabelWithoutPrediction_IsALabel()
    {
        var row = With("id,clf_target", new ColumnNames { Roles = new Dictionary<string, string> { ["label"] = "clf_target" } }).Row("5832,0");
        Assert.Equal(("0", false, true), (row.Label, row.Row.IsPrediction, row.Row.IsUntimed));
        Assert.Equal(Decoding.Arrival, row.Row.Time);
    }

    [Fact]
    public void Decode_LabelInTheColumnsOfItsPrediction_IsALabel()
    {
        var decoding = With("id,age,prediction,label");
        Assert.True(decoding.Row("a,41,1,").Row.IsPrediction);
        var label = decoding.Row("a,,,1");
        Assert.Equal((false, "1"), (label.Row.IsPrediction, label.Label));
    }

    [Fact]
    public void Decode_RolesGiven_TakeTheirColumnsAndLeaveTheAliases()
    {
        var names = new ColumnNames { Roles = new Dictionary<string, string> { ["prediction"] = "answer" } };
        var row = With("id,answer,prediction", names).Row("a,yes,3");
        Assert.Equal(("\"yes\"", "prediction=3"), (row.Predicted, row.Features));
    }

    [Fact]
    public void Decode_FeaturesGiven_LeavesTheOthers()
    {
        var row = With("id,age,host,prediction,label", new ColumnNames { Features = ["age", "label"] }).Row("a,41,web-1,yes,3");
        Assert.Equal(("age=41 label=3", "-", "\"yes\""), (row.Features, row.Label, row.Predicted));
    }

    [Theory]
    [InlineData(RejectReason.WrongFieldCount, "a,1,2,3")]
    [InlineData(RejectReason.WrongFieldCount, "a,1")]
    [InlineData(RejectReason.MalformedCsv, "a,\"1,2")]
    [InlineData(RejectReason.MalformedCsv, "a,\"1\"x,2")]
    [InlineData(RejectReason.NoContent, "a,,")]
    [InlineData(RejectReason.NoContent, ",,")]
    public void Decode_BadRow_IsRejected(RejectReason reason, string line) => Assert.Equal(reason, With("id,age,prediction").Reject(line));

    [Theory]
    [InlineData(RejectReason.NoId, "id,label", ",1")]
    [InlineData(RejectReason.InvalidLabel, "id,label", "a,")]
    [InlineData(RejectReason.InvalidTimestamp, "ts,prediction", "soon,1")]
    [InlineData(RejectReason.UnknownModel, "model,prediction", "fraud,1")]
    [InlineData(RejectReason.InvalidHeader, "age,plan,age", "1,2,3")]
    [InlineData(RejectReason.InvalidHeader, "age,\"plan", "1,2")]
    [InlineData(RejectReason.InvalidHeader, "", "1,2")]
    public void Decode_BadRecord_IsRejected(RejectReason reason, string header, string line) => Assert.Equal(reason, With(header).Reject(line));

    [Fact]
    public void Decode_NotUtf8_IsRejected()
    {
        var decoding = With("id,plan");
        Assert.Empty(decoding.Rows([(byte)'a', (byte)',', 0xff]));
        Assert.Equal([RejectReason.InvalidUtf8], decoding.Rejects);
    }

    [Fact]
    public void Decode_HeaderAgainAndEmptyLines_AreNoRecords()
    {
        var decoding = With("\uFEFFage,prediction\r");
        foreach (string line in new[] { "\uFEFFage,prediction\r", "age,prediction", "", "\r" }) Assert.Empty(decoding.Rows(line));
        Assert.Empty(decoding.Rejects);
        Assert.Equal("age=1", decoding.Row("1,2\r").Features);
    }

    [Fact]
    public void Decode_HeaderChanges_ReadsByTheNewOne()
    {
        var decoder = new CsvDecoder();
        var router = new RecordRouter(["churn"], null, [], seed: 42);
        foreach (string header in new[] { "age,prediction", "prediction,age", "age,age" })
        {
            var context = new PayloadContext(0) { Header = System.Text.Encoding.UTF8.GetBytes(header) };
            decoder.Decode("1,2"u8, context, router);
        }
        Assert.Equal("the header names column \"age\" twice", decoder.HeaderProblem);
        Assert.True(router.TryTake(0, out var batch));
        Assert.Equal([2, 1], batch.Rows.ToArray().Select(r => r.Predicted.Number));
    }

    [Fact]
    public void Decode_OnceWarm_AllocatesNothing()
    {
        const int Records = 100_000;
        var random = new Random(3);
        string[] plans = ["basic", "\"pro, max\"", "\"the \"\"best\"\"\"", ""];
        byte[][] lines = [.. Enumerable.Range(0, 1_000).Select(i => System.Text.Encoding.UTF8.GetBytes(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c-{i},2023-11-14T22:13:21Z,v1,{random.Next(90)},{plans[i % 4]},yes,{random.NextDouble()},no,1.5")))];
        var decoding = With(Header);
        Feed(2_000);

        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Feed(Records);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2_000 + Records, decoding.Router.Accepted);
        Assert.Equal(0, allocated);

        void Feed(int count)
        {
            for (int i = 0; i < count; i++)
            {
                decoding.Decode(lines[i % lines.Length]);
                if (decoding.Router.NeedsDrain && decoding.Router.TryTake(0, out var batch)) batch.Release();
            }
        }
    }

    static Decoding With(string header, ColumnNames? names = null) => new(decoder: new CsvDecoder(names), header: header);
}
