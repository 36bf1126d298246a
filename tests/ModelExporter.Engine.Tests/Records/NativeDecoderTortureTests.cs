using System.Text;
using ModelExporter.Engine.Records;
using ModelExporter.Engine.Tests.Records.Json;

namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderTortureTests
{
    static readonly byte[][] Records =
    [
        .. ((string[])
        [
            """{"id":"c-1029","ts":"2024-05-06T12:00:00Z","model":"churn","version":"7","features":{"age":41,"plan":"pro","balance":null},"prediction":{"label":"yes","score":0.87},"latency_ms":12.5}""",
            """{"id": 7, "features": {"a\"b": 1.5e3, "größe": true, "x\\": "\u00e4"}, "prediction": 0.25, "label": 1}""",
            """{"id":"c-1029","label":"no","ts":1714996800}""",
            """{"prediction":{"scores":[0.1,0.2,0.7]},"junk":{"a":[{"b":null}]},"segments":{"c":"DE"}}""",
            """{"model":"other","scores":{"a":NaN,"b":-Infinity},"k\ney":1,"pred":"a"}""",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    // The cursor by itself is held against System.Text.Json; the decoder must not be of another opinion, whatever keys it has learnt to expect.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decode_DamagedRecords_AreRowsOrRejectedOnce(bool flat)
    {
        var random = new Random(21);
        var decoding = new Decoding(["churn", "other"], defaultModel: "churn", flat: flat);
        int rejected = 0;
        const int count = 100_000;
        for (int i = 0; i < count; i++)
        {
            byte[] record = Records[random.Next(Records.Length)];
            if (i % 4 > 0) record = JsonDocuments.NextDamaged(random, record);
            if (record is not [(byte)'{', ..]) continue;
            decoding.Rejects.Clear();
            long before = decoding.Router.Accepted;
            var rows = decoding.Rows(record);
            bool taken = decoding.Router.Accepted > before;
            Assert.Equal(taken ? (1, 0) : (0, 1), (rows.Count, decoding.Rejects.Count));
            bool malformed = !taken && decoding.Rejects[0] is RejectReason.MalformedJson or RejectReason.InvalidUtf8;
            Assert.True(malformed != JsonTokens.CursorSkips(record), Encoding.UTF8.GetString(record));
            if (!taken) rejected++;
        }
        Assert.InRange(rejected, count / 4, count * 3 / 4);
    }

    [Fact]
    public void Decode_RandomBytes_AreRejectedAndNeverThrow()
    {
        var random = new Random(22);
        var decoding = new Decoding();
        byte[] payload = new byte[100];
        for (int i = 0; i < 50_000; i++)
        {
            random.NextBytes(payload);
            payload[0] = "{[\"n1"u8[random.Next(5)];
            decoding.Rejects.Clear();
            Assert.Empty(decoding.Rows(payload));
            Assert.Single(decoding.Rejects);
        }
    }

    [Fact]
    public void Decode_RandomDocuments_NeverThrow()
    {
        var random = new Random(23);
        var decoding = new Decoding(flat: true);
        for (int i = 0; i < 50_000; i++)
        {
            byte[] document = JsonDocuments.NextValid(random);
            decoding.Rejects.Clear();
            long before = decoding.Router.Accepted;
            int rows = decoding.Rows(document).Count;
            Assert.Equal(rows, decoding.Router.Accepted - before);
            if (document.AsSpan().TrimStart(" \t\r\n"u8) is [not (byte)'[', ..]) Assert.Equal(1, rows + decoding.Rejects.Count);
            Assert.DoesNotContain(RejectReason.MalformedJson, decoding.Rejects);
        }
    }

    [Fact]
    public void Decode_LineOfTenMegabytes_IsRead()
    {
        var line = new StringBuilder("""{"id":"a","features":{"big":""" + "\"");
        line.Append('x', 5_000_000).Append("\"},\"junk\":[");
        for (int i = 0; i < 500_000; i++) line.Append("[1,2.5],");
        line.Append("0],\"notes\":\"").Append('\\').Append('n').Append('y', 1_000_000).Append("\",\"prediction\":1}");
        Assert.True(line.Length > 10_000_000);
        var decoded = Decoding.One(line.ToString());
        Assert.Equal(("1", RecordLimits.TextBytes + 6), (decoded.Predicted, decoded.Features.Length));
    }

    [Theory]
    [InlineData("{\"junk\":", "{\"a\":", "1", "}", ",\"prediction\":1}")]
    [InlineData("{\"junk\":", "[", "", "]", ",\"prediction\":1}")]
    [InlineData("{\"prediction\":1,\"features\":{\"f\":", "[", "1", "]", "}}")]
    public void Decode_DeepNesting_IsSkippedOrRejected(string start, string open, string middle, string close, string end)
    {
        Assert.Equal("1", Decoding.One(Nested(60)).Predicted);
        Assert.Equal(RejectReason.MalformedJson, Decoding.Refusal(Nested(65)));
        Assert.Equal(RejectReason.MalformedJson, Decoding.Refusal(Nested(100_000)));

        string Nested(int depth) =>
            start + string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth)) + end;
    }

    [Fact]
    public void Decode_NothingButBrackets_IsRejected()
    {
        Assert.Equal(RejectReason.MalformedJson, Decoding.Refusal(new string('[', 1_000_000)));
        Assert.Equal(RejectReason.MalformedJson, Decoding.Refusal(string.Concat(Enumerable.Repeat("{\"a\":", 200_000))));
    }

    [Fact]
    public void Decode_OneHundredThousandRecords_AllocatesNothing()
    {
        var decoding = new Decoding(["churn", "other"], defaultModel: "churn");
        for (int i = 0; i < 1000; i++) DecodeAll(decoding);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100_000 / Records.Length; i++) DecodeAll(decoding);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void DecodeAll(Decoding decoding)
        {
            foreach (byte[] record in Records) decoding.Decode(record);
            if (!decoding.Router.NeedsDrain) return;
            for (int model = 0; model < 2; model++)
                if (decoding.Router.TryTake(model, out var batch)) batch.Release();
        }
    }
}
