using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

public class TroubleTests
{
    [Fact]
    public async Task UnreadableFile_OthersGoOn_IsReportedOnceAndTriedAgain()
    {
        await using var bench = new TailBench();
        File.CreateSymbolicLink(bench["pred-a.jsonl"], "pred-a.jsonl");
        bench.Append("pred-b.jsonl", "b\n");
        await bench.FollowAsync("pred*.jsonl");
        await bench.RoundAsync();
        Assert.Equal("b|", bench.Text);
        Assert.Equal(1, bench.Counters.Errors(FileError.Unreadable));
        Assert.Single(bench.Logger.Messages, m => m.Contains("pred-a.jsonl", StringComparison.Ordinal));

        File.Delete(bench["pred-a.jsonl"]);
        bench.Append("pred-a.jsonl", "a\n");
        await bench.RoundAsync();

        Assert.Equal("b|a|", bench.Text);
        Assert.Equal(1, bench.Counters.Errors(FileError.Unreadable));
    }

    [Fact]
    public async Task UnreadableDirectory_OthersGoOn_IsReportedOnce()
    {
        await using var bench = new TailBench();
        File.CreateSymbolicLink(bench["loop"], "loop");
        bench.Append("pred.jsonl", "one\n");

        await bench.FollowAsync("loop/*.jsonl", "*.jsonl");
        await bench.RoundAsync();

        Assert.Equal("one|", bench.Text);
        Assert.Equal(1, bench.Counters.Errors(FileError.Unreadable));
    }

    [Fact]
    public async Task Directory_IsGivenAsAFile_IsReported()
    {
        await using var bench = new TailBench();
        Directory.CreateDirectory(bench["pred.jsonl"]);

        await bench.FollowAsync("pred.jsonl");

        Assert.Equal(1, bench.Counters.Errors(FileError.Unreadable));
    }

    [Fact]
    public async Task Directory_MatchesAPatternByChance_IsNoError()
    {
        await using var bench = new TailBench();
        Directory.CreateDirectory(bench["archive"]);
        bench.Append("pred.jsonl", "one\n");

        await bench.FollowAsync("*");

        Assert.Equal("one|", bench.Text);
        Assert.Equal(0, bench.Counters.Errors(FileError.Unreadable));
    }

    [Fact]
    public async Task LongLine_OfTenMegabytes_IsDroppedAndTheNextOneComes()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n" + new string('x', 10 << 20));
        await bench.FollowAsync("pred.jsonl");
        Assert.Equal("one|", bench.Text);

        bench.Append("pred.jsonl", new string('x', 1 << 20));
        await bench.RoundAsync();
        bench.Append("pred.jsonl", "end\ntwo\n");
        await bench.RoundAsync();

        Assert.Equal("one|two|", bench.Text);
        Assert.Equal(1, bench.Counters.LinesTooLong);
    }

    [Fact]
    public async Task LongLine_InAGzipFile_IsDroppedAndTheNextOneComes()
    {
        await using var bench = new TailBench();
        bench.Write("pred.gz", TailBench.Compress("one\n" + new string('x', 3 << 20) + "\ntwo\n"));

        await bench.FollowAsync("pred.gz");

        Assert.Equal("one|two|", bench.Text);
        Assert.Equal(1, bench.Counters.LinesTooLong);
    }

    [Fact]
    public async Task Line_IsAsLongAsAllowed_Comes()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "1234567890\n12345678901\nabc\n");

        await bench.FollowAsync(o => o with { MaxLineBytes = 10 }, "pred.jsonl");

        Assert.Equal("1234567890|abc|", bench.Text);
        Assert.Equal(1, bench.Counters.LinesTooLong);
    }

    [Fact]
    public async Task Sink_Fails_EndsTheTail()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n");
        var tail = new FileTail(
            new FileTailOptions { Paths = [bench["pred.jsonl"]] }, new FailingSink(), bench.Time, bench.Logger, bench.Counters, bench.Waker);

        await Assert.ThrowsAsync<IOException>(() => tail.RunAsync(CancellationToken.None));

        Assert.Equal(0, bench.Counters.Errors(FileError.Io));
    }

    sealed class FailingSink : ILineSink
    {
        public ValueTask TakeAsync(ReadOnlyMemory<byte> lines, ReadOnlyMemory<byte> header, FilePosition end, CancellationToken cancellation) =>
            throw new IOException("the sink's own");
    }
}
