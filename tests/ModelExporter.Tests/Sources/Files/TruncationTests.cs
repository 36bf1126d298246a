namespace ModelExporter.Tests.Sources.Files;

public class TruncationTests
{
    [Fact]
    public async Task Truncation_FileIsShorter_ReadsFromItsBeginning()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\ntwo\n");
        await bench.FollowAsync("pred.jsonl");

        bench.Truncate("pred.jsonl");
        bench.Append("pred.jsonl", "new\n");
        await bench.RoundAsync();

        Assert.Equal("one|two|new|", bench.Text);
        Assert.Equal(1, bench.Counters.Truncations);
    }

    [Fact]
    public async Task Truncation_FileIsEmpty_CountsOnce()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n");
        await bench.FollowAsync("pred.jsonl");

        bench.Truncate("pred.jsonl");
        await bench.RoundAsync();
        await bench.RoundAsync();
        bench.Append("pred.jsonl", "new\n");
        await bench.RoundAsync();

        Assert.Equal("one|new|", bench.Text);
        Assert.Equal(1, bench.Counters.Truncations);
    }

    [Fact]
    public async Task Truncation_FileHasGrownPastThePosition_ReadsFromItsBeginning()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", TailBench.Lines("old"));
        await bench.FollowAsync("pred.jsonl");

        bench.Truncate("pred.jsonl");
        bench.Append("pred.jsonl", TailBench.Lines("new", 300));
        await bench.RoundAsync();

        Assert.Equal((TailBench.Lines("old") + TailBench.Lines("new", 300)).Replace('\n', '|'), bench.Text);
        Assert.Equal(1, bench.Counters.Truncations);
    }

    [Fact]
    public async Task Truncation_WriterGoesOnAtItsOldOffset_TheHoleIsNoLine()
    {
        await using var bench = new TailBench();
        await using var writer = new FileStream(bench["pred.jsonl"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        writer.Write(new byte[600_000].Select(_ => (byte)'x').Append((byte)'\n').ToArray());
        writer.Flush();
        await bench.FollowAsync("pred.jsonl");
        Assert.Equal(600_001, bench.Text.Length);

        bench.Truncate("pred.jsonl");
        writer.Write("after\n"u8);
        writer.Flush();
        await bench.RoundAsync();

        Assert.EndsWith("x|after|", bench.Text, StringComparison.Ordinal);
        Assert.Equal(0, bench.Counters.LinesTooLong);
    }

    [Fact]
    public async Task CopyTruncate_CopyMatchesTheGlob_ItsLinesAreNotReadTwice()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", TailBench.Lines("old"));
        await bench.FollowAsync("pred.log*");

        File.Copy(bench["pred.log"], bench["pred.log.1"]);
        await bench.RoundAsync();
        bench.Truncate("pred.log");
        bench.Append("pred.log", "new\n");
        await bench.RoundAsync();
        await bench.RoundAsync();

        Assert.Equal((TailBench.Lines("old") + "new\n").Replace('\n', '|'), bench.Text);
        Assert.Equal(0, bench.Counters.Rotations);
    }

    [Fact]
    public async Task CopyTruncate_LinesWereCutOffUnread_ComeFromTheCopy()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", TailBench.Lines("old"));
        await bench.FollowAsync("pred.log*");

        bench.Append("pred.log", "unread\n");
        File.Copy(bench["pred.log"], bench["pred.log.1"]);
        bench.Truncate("pred.log");
        bench.Append("pred.log", "new\n");
        await bench.RoundAsync();
        await bench.RoundAsync();

        var lines = bench.Text.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(202, lines.Length);
        Assert.Equal(["new", "unread"], lines[200..].Order());
    }

    [Fact]
    public async Task Copy_OriginalGoesOn_TheCopyIsReadOnFromWhereTheOriginalIs()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", TailBench.Lines("old"));
        await bench.FollowAsync("*.log");

        File.Copy(bench["pred.log"], bench["backup.log"]);
        await bench.RoundAsync();
        await bench.LingerAsync();
        bench.Append("pred.log", "new\n");
        bench.Append("backup.log", "own\n");
        await bench.RoundAsync();

        var lines = bench.Text.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(202, lines.Length);
        Assert.Equal(["new", "own"], lines[200..].Order());
        Assert.Contains(bench.Logger.Messages, m => m.Contains("taking it for a copy", StringComparison.Ordinal));
    }
}
