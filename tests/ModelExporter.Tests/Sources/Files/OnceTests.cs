using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

public class OnceTests
{
    [Fact]
    public async Task Once_EverythingIsRead_EndsWithTheUnfinishedLines()
    {
        await using var bench = new TailBench();
        bench.Append("a.jsonl", "one\ntwo");
        bench.Append("b.jsonl", "");
        bench.Write("c.gz", TailBench.Compress("three"));
        File.SetLastWriteTimeUtc(bench["a.jsonl"], DateTime.UnixEpoch);

        await bench.ReadOnceAsync("*.jsonl", "*.gz");

        Assert.Equal("one|two|three|", bench.Text);
        Assert.Equal(0, bench.Counters.FilesOpen);
        Assert.Equal(0, bench.Counters.LagBytes);
    }

    [Fact]
    public async Task Once_NamedFileIsMissing_IsAnError()
    {
        await using var bench = new TailBench();

        await bench.ReadOnceAsync("pred.jsonl", "none*.jsonl");

        Assert.Equal(1, bench.Counters.Errors(FileError.Unreadable));
    }

    [Fact]
    public async Task Once_PlainAndCompressedFormAreThere_OneIsRead()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log.1", TailBench.Lines("row"));
        bench.Write("pred.log.1.gz", TailBench.Compress(TailBench.Lines("row")));

        await bench.ReadOnceAsync("*.gz", "*.1");

        Assert.Equal(TailBench.Lines("row").Replace('\n', '|'), bench.Text);
    }

    [Fact]
    public async Task Once_LastLineIsTooLong_IsCountedAndTheTailEnds()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n" + new string('x', 100));

        await bench.ReadOnceAsync(o => o with { MaxLineBytes = 10 }, "pred.jsonl");

        Assert.Equal("one|", bench.Text);
        Assert.Equal(1, bench.Counters.LinesTooLong);
    }
}
