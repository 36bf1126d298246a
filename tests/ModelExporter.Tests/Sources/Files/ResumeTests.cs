using ModelExporter.Configuration;
using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

public class ResumeTests
{
    [Fact]
    public async Task Resume_FileHasGrown_GoesOnAtThePosition()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\ntwo\nunfin");
        var positions = await FirstRunAsync(bench, "pred.jsonl");
        bench.Append("pred.jsonl", "ished\nthree\n");

        await bench.FollowAsync(o => o with { Resume = positions, Start = FileStart.End }, "pred.jsonl");

        Assert.Equal("unfinished|three|", bench.Text);
    }

    [Fact]
    public async Task Resume_FileIsAnotherWithTheSameContent_GoesOnAtThePosition()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\ntwo\n");
        var positions = await FirstRunAsync(bench, "pred.jsonl");
        File.Copy(bench["pred.jsonl"], bench["restored"]);
        bench.Move("restored", "pred.jsonl");
        bench.Append("pred.jsonl", "three\n");

        await bench.FollowAsync(o => o with { Resume = positions }, "pred.jsonl");

        Assert.Equal("three|", bench.Text);
    }

    [Fact]
    public async Task Resume_InodeWasGivenToOtherContent_ReadsFromTheBeginning()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\ntwo\n");
        var positions = await FirstRunAsync(bench, "pred.jsonl");
        bench.Truncate("pred.jsonl");
        bench.Append("pred.jsonl", "other content\n");

        await bench.FollowAsync(o => o with { Resume = positions }, "pred.jsonl");

        Assert.Equal("other content|", bench.Text);
    }

    [Fact]
    public async Task Resume_FileWasRenamedWithinTheGlob_GoesOnThenReadsTheNew()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", "one\n");
        var positions = await FirstRunAsync(bench, "pred.log*");
        bench.Append("pred.log", "two\n");
        bench.Move("pred.log", "pred.log.1");
        File.SetLastWriteTimeUtc(bench["pred.log.1"], DateTime.UnixEpoch);
        bench.Append("pred.log", "three\n");

        await bench.FollowAsync(o => o with { Resume = positions }, "pred.log*");

        Assert.Equal("two|three|", bench.Text);
    }

    [Fact]
    public async Task Resume_FileWasRenamedOutOfTheGlob_ItsRestIsReadToo()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", "one\n");
        bench.Append("unrelated", "never\n");
        var positions = await FirstRunAsync(bench, "pred.log");
        bench.Append("pred.log", "two\n");
        bench.Move("pred.log", "pred.log.1");
        bench.Append("pred.log", "three\n");

        await bench.FollowAsync(o => o with { Resume = positions }, "pred.log");
        Assert.Equal("two|three|", bench.Text);

        await bench.LingerAsync();
        Assert.Equal(1, bench.Counters.FilesOpen);
    }

    [Fact]
    public async Task Resume_FileWasCompressedMeanwhile_IsReadOnFromThePosition()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", TailBench.Lines("old"));
        var positions = await FirstRunAsync(bench, "pred.log*");
        File.Delete(bench["pred.log"]);
        bench.Write("pred.log.1.gz", TailBench.Compress(TailBench.Lines("old") + "unread\n"));

        await bench.FollowAsync(o => o with { Resume = positions }, "pred.log*");

        Assert.Equal("unread|", bench.Text);
    }

    [Fact]
    public async Task Resume_GzipFileWasRead_IsNotReadAgain()
    {
        await using var bench = new TailBench();
        bench.Write("pred.gz", TailBench.Compress(TailBench.Lines("old")));
        var positions = await FirstRunAsync(bench, "pred.gz");

        await bench.FollowAsync(o => o with { Resume = positions }, "pred.gz");

        Assert.Equal("", bench.Text);
    }

    [Fact]
    public async Task Resume_FirstRunStartedAtTheEnd_ItsStartIsAPositionToo()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "old\n");
        var positions = await FirstRunAsync(bench, o => o with { Start = FileStart.End }, "pred.jsonl");
        bench.Append("pred.jsonl", "while down\n");

        await bench.FollowAsync(o => o with { Resume = positions, Start = FileStart.End }, "pred.jsonl");

        Assert.Equal("while down|", bench.Text);
    }

    static Task<IReadOnlyList<FilePosition>> FirstRunAsync(TailBench bench, string pattern) => FirstRunAsync(bench, o => o, pattern);

    static async Task<IReadOnlyList<FilePosition>> FirstRunAsync(
        TailBench bench, Func<FileTailOptions, FileTailOptions> with, string pattern)
    {
        var sink = new CollectingSink();
        using var waker = new ManualWaker();
        using var stop = new CancellationTokenSource();
        var options = with(new FileTailOptions { Paths = [bench[pattern]] });
        var running = new FileTail(options, sink, bench.Time, bench.Logger, new FileTailCounters(), waker).RunAsync(stop.Token);
        await waker.IdleAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        return sink.Positions;
    }
}
