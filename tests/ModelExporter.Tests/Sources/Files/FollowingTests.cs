using ModelExporter.Configuration;

namespace ModelExporter.Tests.Sources.Files;

public class FollowingTests
{
    [Fact]
    public async Task Tail_LinesAreAppended_DeliversOnlyTheNewOnes()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n");
        await bench.FollowAsync("pred.jsonl");
        Assert.Equal("one|", bench.Text);

        bench.Append("pred.jsonl", "two\nthree\n");
        await bench.RoundAsync();
        await bench.RoundAsync();

        Assert.Equal("one|two|three|", bench.Text);
        Assert.Equal("one\ntwo\nthree\n".Length, bench.Counters.BytesRead);
        Assert.Equal(0, bench.Counters.LagBytes);
    }

    [Fact]
    public async Task Tail_SeveralFilesMatchAGlob_FollowsThemAndNoOthers()
    {
        await using var bench = new TailBench();
        bench.Append("pred-a.jsonl", "a\n");
        bench.Append("pred-b.jsonl", "b\n");
        bench.Append("other.jsonl", "other\n");
        bench.Append(".pred-c.jsonl", "hidden\n");
        File.SetLastWriteTimeUtc(bench["pred-a.jsonl"], DateTime.UnixEpoch);
        await bench.FollowAsync("pred*.jsonl");

        bench.Append("pred-b.jsonl", "b2\n");
        await bench.RoundAsync();
        bench.Append("pred-a.jsonl", "a2\n");
        await bench.RoundAsync();

        Assert.Equal("a|b|b2|a2|", bench.Text);
        Assert.Equal(2, bench.Counters.FilesOpen);
    }

    [Fact]
    public async Task Tail_LaterNameWasWrittenEarlier_IsReadFirst()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "new\n");
        bench.Append("pred.jsonl.1", "old\n");
        File.SetLastWriteTimeUtc(bench["pred.jsonl.1"], DateTime.UnixEpoch);

        await bench.FollowAsync("pred.jsonl*");

        Assert.Equal("old|new|", bench.Text);
    }

    [Fact]
    public async Task Tail_LastLineIsUnfinished_WaitsForItsNewline()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\ntw");
        await bench.FollowAsync("pred.jsonl");
        Assert.Equal("one|", bench.Text);
        Assert.Equal(2, bench.Counters.LagBytes);

        bench.Append("pred.jsonl", "o");
        await bench.RoundAsync();
        Assert.Equal("one|", bench.Text);

        bench.Append("pred.jsonl", "\n");
        await bench.RoundAsync();
        Assert.Equal("one|two|", bench.Text);
    }

    [Fact]
    public async Task Tail_LinesEndWithCarriageReturns_KeepsThem()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\r\n\r\ntwo\r\n");

        await bench.FollowAsync("pred.jsonl");

        Assert.Equal("one\r|\r|two\r|", bench.Text);
    }

    [Fact]
    public async Task Tail_TwoPatternsMatchOneFile_ReadsItOnce()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n");
        File.CreateSymbolicLink(bench["pred-link.jsonl"], bench["pred.jsonl"]);

        await bench.FollowAsync("pred*.jsonl", "*.jsonl", "pred.jsonl");
        await bench.RoundAsync();

        Assert.Equal("one|", bench.Text);
    }

    [Fact]
    public async Task Tail_FilesHaveEqualContentAtTheStart_ReadsBoth()
    {
        await using var bench = new TailBench();
        bench.Append("a.jsonl", TailBench.Lines("same"));
        bench.Append("b.jsonl", TailBench.Lines("same"));

        await bench.FollowAsync("*.jsonl");

        Assert.Equal(2 * TailBench.Lines("same").Length, bench.Counters.BytesRead);
    }

    [Fact]
    public async Task Tail_StartsAtTheEnd_DeliversWhatBeginsLater()
    {
        await using var bench = new TailBench();
        bench.Append("whole.jsonl", "old\n");
        bench.Append("cut.jsonl", "old\nbegun be");
        await bench.FollowAsync(o => o with { Start = FileStart.End }, "*.jsonl");
        Assert.Equal("", bench.Text);

        bench.Append("whole.jsonl", "new\n");
        bench.Append("cut.jsonl", "fore\nnext\n");
        bench.Append("zlater.jsonl", "first\n");
        File.SetLastWriteTimeUtc(bench["whole.jsonl"], DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(bench["cut.jsonl"], DateTime.UnixEpoch.AddDays(1));
        await bench.RoundAsync();

        Assert.Equal("new|next|first|", bench.Text);
        Assert.Equal(0, bench.Counters.LinesTooLong);
    }

    [Fact]
    public async Task Tail_BlocksAreMany_PositionsAreThoseOfTheirLastLines()
    {
        await using var bench = new TailBench();
        var text = TailBench.Lines("row", 100_000);
        bench.Append("pred.jsonl", text);

        await bench.FollowAsync("pred.jsonl");

        Assert.True(bench.Sink.Blocks.Count > 4);
        var offset = 0L;
        foreach (var (lines, end) in bench.Sink.Blocks)
        {
            offset += lines.Length;
            Assert.Equal(offset, end.Offset);
            Assert.Equal(bench["pred.jsonl"], end.Path);
        }

        Assert.Equal(text.Replace('\n', '|'), bench.Text);
    }

    [Fact]
    public async Task Tail_SinkDoesNotReturn_ReadsNothingMore()
    {
        await using var bench = new TailBench();
        bench.Append("a.jsonl", TailBench.Lines("a", 100_000));
        bench.Append("b.jsonl", TailBench.Lines("b"));
        bench.Sink.Close();
        bench.Begin(o => o, "*.jsonl");
        await bench.Sink.Entered.WaitAsync(TailBench.Patience);
        var read = bench.Counters.BytesRead;

        for (var i = 0; i < 1000; i++)
            await Task.Yield();
        Assert.Equal(read, bench.Counters.BytesRead);
        Assert.Single(bench.Sink.Blocks);
        Assert.InRange(read, 1, 256 * 1024);

        bench.Sink.Open();
        await bench.IdleAsync();
        Assert.Equal(100_200, bench.Text.Count(c => c == '|'));
    }
}
