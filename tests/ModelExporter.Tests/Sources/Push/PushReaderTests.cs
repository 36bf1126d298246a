using System.Text;
using ModelExporter.Engine.Records;
using ModelExporter.Sources.Push;

namespace ModelExporter.Tests.Sources.Push;

public class PushReaderTests
{
    [Theory]
    [InlineData("""{"score":0.5}""", 1)]
    [InlineData("""[{"score":0.5},{"score":0.25}]""", 2)]
    [InlineData("""{"rows":[{"score":0.5},{"score":0.25}]}""", 2)]
    [InlineData("{\n  \"score\": 0.5\n}\n", 1)]
    [InlineData("[\n  {\n    \"score\": 0.5\n  },\n  {\n    \"score\": 0.25\n  }\n]\n", 2)]
    [InlineData("[\r\n{\"score\":0.5},\r\n{\"score\":0.25}\r\n]", 2)]
    [InlineData("{\"score\":0.5}\n{\"score\":0.25}", 2)]
    [InlineData("{\"score\":0.5}\r\n{\"score\":0.25}\r\n", 2)]
    [InlineData("\n\n{\"score\":0.5}\n\n  \t\r\n{\"score\":0.25}\n\n", 2)]
    [InlineData("{\"score\":0.5}\n[{\"score\":0.25},{\"score\":0.125}]\n", 3)]
    [InlineData("\uFEFF{\"score\":0.5}", 1)]
    [InlineData("\uFEFF[{\"score\":0.5}]\n", 1)]
    [InlineData("\uFEFF{\"score\":0.5}\n{\"score\":0.25}", 2)]
    public void Read_EveryForm_IsTakenWhateverTheContentTypeSays(string body, int rows)
    {
        double[] scores = [0.5, 0.25, 0.125];
        foreach (string? contentType in (string?[])[null, "application/json", "application/x-ndjson", "text/plain; charset=utf-8", "nonsense"])
        {
            var pushed = new Pushed();
            var result = pushed.Read(body, contentType);
            Assert.Equal((rows, 0), (result.Accepted, result.Rejected));
            Assert.Empty(result.Errors);
            Assert.Equal(scores[..rows], pushed.Scores);
        }
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("Text/CSV; charset=utf-8; header=present")]
    public void Read_Csv_TakesItsRows(string contentType)
    {
        var pushed = new Pushed();
        Assert.Equal(2, pushed.Read("id,score\r\na,0.5\r\nb,0.25\r\n", contentType).Accepted);
        var result = pushed.Read("\uFEFFscore,id\n0.125,c\n1,2,3\n", contentType);
        Assert.Equal((1, 1), (result.Accepted, result.Rejected));
        Assert.Equal(new PushError(1, "wrong_field_count", "the line has more or fewer fields than the header"), Assert.Single(result.Errors));
        Assert.Equal([0.5, 0.25, 0.125], pushed.Scores);
        Assert.Equal(1, pushed.Read("{\"score\":0.5}").Accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\n")]
    [InlineData("[]")]
    [InlineData("""{"rows":[]}""")]
    public void Read_NothingInIt_IsNoError(string body)
    {
        var result = new Pushed().Read(body, "application/json");
        Assert.Equal((0, 0, 0), (result.Accepted, result.Rejected, result.Errors.Count));
    }

    [Fact]
    public void Read_BadLineInTheMiddle_TakesTheOthers()
    {
        var pushed = new Pushed();
        var result = pushed.Read("{\"score\":0.5}\n{\"score\":\n{\"score\":0.25}\n");
        Assert.Equal((2, 1), (result.Accepted, result.Rejected));
        Assert.Equal(new PushError(1, "malformed_json", "the record is not valid JSON"), Assert.Single(result.Errors));
        Assert.Equal([0.5, 0.25], pushed.Scores);
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("Application/JSONL; charset=utf-8")]
    public void Read_BadFirstLineOfLines_TakesTheOthers(string contentType)
    {
        var result = new Pushed().Read("{\"score\":\n{\"score\":0.25}\n", contentType);
        Assert.Equal((1, 1), (result.Accepted, result.Rejected));
        Assert.Equal(0, Assert.Single(result.Errors).Record);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    public void Read_BrokenDocument_IsOneError(string? contentType)
    {
        var result = new Pushed().Read("{\n  \"score\": 0.5,\n  \"id\"\n}", contentType);
        Assert.Equal((0, 1), (result.Accepted, result.Rejected));
        Assert.Equal("malformed_json", Assert.Single(result.Errors).Reason);
    }

    [Fact]
    public void Read_ArrayThatBreaksOff_KeepsWhatCameBefore()
    {
        var pushed = new Pushed();
        var result = pushed.Read("""[{"score":0.5},{"score":0.25},{"sco""");
        Assert.Equal((2, 1), (result.Accepted, result.Rejected));
        Assert.Equal((2, "malformed_json"), (result.Errors[0].Record, result.Errors[0].Reason));
        Assert.Equal([0.5, 0.25], pushed.Scores);
    }

    [Fact]
    public void Read_ArrayWithOtherThings_RejectsThemAtTheirPositions()
    {
        var result = new Pushed().Read("""[{"score":0.5},7,{"score":0.25},null,[{"score":1}],{}]""");
        Assert.Equal((2, 4), (result.Accepted, result.Rejected));
        Assert.Equal([(1, "not_an_object"), (3, "not_an_object"), (4, "not_an_object"), (5, "no_content")], result.Errors.Select(e => (e.Record, e.Reason)));
    }

    [Fact]
    public void Read_ManyErrors_CountsAllAndTellsTheFirstTen()
    {
        var body = string.Join('\n', Enumerable.Range(0, 100).Select(i => i % 3 == 0 ? """{"score":1}""" : """{"label":1}"""));
        var result = new Pushed().Read(body);
        Assert.Equal((34, 66), (result.Accepted, result.Rejected));
        Assert.Equal([1, 2, 4, 5, 7, 8, 10, 11, 13, 14], result.Errors.Select(e => e.Record));
        Assert.All(result.Errors, e => Assert.Equal(("no_id", "a label needs the id of its prediction"), (e.Reason, e.Message)));
    }

    [Fact]
    public void Read_SecondBody_CountsFromZeroAgain()
    {
        var pushed = new Pushed();
        pushed.Read("{\"score\":0.5}\nnonsense\nnonsense");
        var result = pushed.Read("nonsense\n{\"score\":0.5}", "application/jsonl");
        Assert.Equal((1, 1), (result.Accepted, result.Rejected));
        Assert.Equal(0, Assert.Single(result.Errors).Record);
    }

    [Fact]
    public void Read_Result_IsNotChangedByTheNextBody()
    {
        var pushed = new Pushed();
        var result = pushed.Read("nonsense");
        pushed.Read("""{"score":0.5}""");
        Assert.Equal((0, 1, 1), (result.Accepted, result.Rejected, result.Errors.Count));
    }

    [Fact]
    public void Read_LongLines_StopsWhereverABatchIsFull()
    {
        var pushed = new Pushed();
        var body = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 100_000).Select(i => $$"""{"id":"{{i}}","features":{"plan":"pro"},"score":0.5}""")));
        pushed.Read(body);
        pushed.Drained.Clear();
        pushed.Scores.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();
        var result = pushed.Read(body);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((100_000, 0), (result.Accepted, result.Rejected));
        Assert.Equal(RecordBatch.FullRows, pushed.Drained.Max());
        Assert.Equal((100_000 + RecordBatch.FullRows - 1) / RecordBatch.FullRows, pushed.Drained.Count);
        Assert.InRange(allocated, 0, 10_000);
    }

    [Fact]
    public void Read_Binary_IsRejectedAndNeverThrows()
    {
        var random = new Random(5);
        var pushed = new Pushed();
        byte[] body = new byte[300];
        for (int i = 0; i < 2000; i++)
        {
            random.NextBytes(body);
            body[0] = "{[\"\01"u8[random.Next(5)];
            foreach (string? contentType in (string?[])[null, "application/x-ndjson"])
            {
                var result = pushed.Read(body, contentType);
                Assert.Equal(0, result.Accepted);
                Assert.True(result.Rejected > 0);
                Assert.Equal(Math.Min(result.Rejected, 10), result.Errors.Count);
            }
        }
    }
}
