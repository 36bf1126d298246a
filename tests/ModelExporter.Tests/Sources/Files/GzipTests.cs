using ModelExporter.Configuration;
using System.IO.Compression;
using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

public class GzipTests
{
    [Fact]
    public async Task Gzip_FileIsWhole_IsReadOnceToItsLastLine()
    {
        await using var bench = new TailBench();
        bench.Write("pred.jsonl.1.gz", TailBench.Compress("one\ntwo\nlast"));

        await bench.FollowAsync("pred.jsonl*");
        await bench.RoundAsync();

        Assert.Equal("one|two|last|", bench.Text);
        Assert.Equal("one\ntwo\nlast".Length, bench.Sink.Positions.Single().Offset);
        Assert.Equal(0, bench.Counters.Errors(FileError.Gzip));
        Assert.Equal(0, bench.Counters.LagBytes);
        Assert.Equal(0, bench.Counters.FilesOpen);
    }

    [Fact]
    public async Task Gzip_HasSeveralMembers_AllAreRead()
    {
        await using var bench = new TailBench();
        bench.Write("pred.gz", [.. TailBench.Compress("one\ntw"), .. TailBench.Compress("o\n"), .. TailBench.Compress("three\n")]);

        await bench.FollowAsync("*.gz");

        Assert.Equal("one|two|three|", bench.Text);
        Assert.Equal(0, bench.Counters.Errors(FileError.Gzip));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task Gzip_IsCut_DeliversTheWholeLinesThenCountsAnError(double part)
    {
        await using var bench = new TailBench();
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i * 7919L % 10007} {i}\n"));
        var whole = TailBench.Compress(text);
        bench.Write("pred.gz", whole[..(int)(whole.Length * part)]);

        await bench.FollowAsync("*.gz");
        await bench.RoundAsync();
        await bench.RoundAsync();

        Assert.NotEmpty(bench.Text);
        Assert.StartsWith(bench.Text, text.Replace('\n', '|'), StringComparison.Ordinal);
        Assert.True(bench.Text.Length > text.Length * part * 0.8);
        Assert.Equal(1, bench.Counters.Errors(FileError.Gzip));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Gzip_OnlyTheTrailerIsCut_IsAnErrorToo(int missing)
    {
        await using var bench = new TailBench();
        bench.Write("pred.gz", TailBench.Compress("one\ntwo\n")[..^missing]);

        await bench.ReadOnceAsync("*.gz");

        Assert.Equal("one|two|", bench.Text);
        Assert.Equal(1, bench.Counters.Errors(FileError.Gzip));
    }

    [Fact]
    public async Task Gzip_IsCutWithinBytesThatWereStoredAsTheyAre_NothingIsMadeUp()
    {
        await using var bench = new TailBench();
        var whole = TailBench.Compress("one\n" + TailBench.Lines("row"), CompressionLevel.NoCompression);
        bench.Write("pred.gz", whole[..(10 + 5 + "one\nrow".Length)]);

        await bench.ReadOnceAsync("*.gz");

        Assert.Equal("one|", bench.Text);
        Assert.Equal(1, bench.Counters.Errors(FileError.Gzip));
    }

    [Fact]
    public async Task Gzip_IsStillBeingWritten_GoesOnWithoutAnError()
    {
        await using var bench = new TailBench();
        var text = TailBench.Lines("row", 20_000);
        var whole = TailBench.Compress(text);
        bench.Write("pred.gz", whole[..(whole.Length / 3)]);
        await bench.FollowAsync("*.gz");
        Assert.NotEmpty(bench.Text);

        bench.Write("pred.gz", whole);
        await bench.RoundAsync();
        await bench.RoundAsync();

        Assert.Equal(text.Replace('\n', '|'), bench.Text);
        Assert.Equal(0, bench.Counters.Errors(FileError.Gzip));
    }

    [Fact]
    public async Task Gzip_IsNoGzip_IsCountedOnceAndOthersGoOn()
    {
        await using var bench = new TailBench();
        bench.Append("pred.gz", "plain text\n");
        bench.Append("pred.jsonl", "one\n");

        await bench.FollowAsync("pred*");
        await bench.RoundAsync();
        await bench.RoundAsync();

        Assert.Equal("one|", bench.Text);
        Assert.Equal(1, bench.Counters.Errors(FileError.Gzip));
    }

    [Fact]
    public async Task Gzip_HoldsAFileReadBefore_IsNotReadAgain()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", TailBench.Lines("old"));
        await bench.FollowAsync("pred.log*");
        bench.Move("pred.log", "pred.log.1");
        bench.Append("pred.log", "new\n");
        await bench.RoundAsync();

        bench.Write("pred.log.1.gz", TailBench.Compress(TailBench.Lines("old")));
        await bench.RoundAsync();
        File.Delete(bench["pred.log.1"]);
        await bench.RoundAsync();
        await bench.LingerAsync();
        await bench.RoundAsync();

        Assert.Equal((TailBench.Lines("old") + "new\n").Replace('\n', '|'), bench.Text);
        Assert.Contains(bench.Sink.Positions, p => p.Path == bench["pred.log.1.gz"] && p.Offset == TailBench.Lines("old").Length);
    }

    [Fact]
    public async Task Gzip_BeginsAsAFileReadBeforeButIsShorter_IsReadWhole()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", TailBench.Lines("same", 300));
        await bench.FollowAsync("pred.log*");

        bench.Write("pred.log.gz", TailBench.Compress(TailBench.Lines("same", 200) + "other\n"));
        await bench.RoundAsync();
        await bench.LingerAsync();

        Assert.Equal((TailBench.Lines("same", 300) + TailBench.Lines("same", 200) + "other\n").Replace('\n', '|'), bench.Text);
    }

    [Fact]
    public async Task Gzip_StartsAtTheEnd_IsNotRead()
    {
        await using var bench = new TailBench();
        bench.Write("pred.gz", TailBench.Compress("one\n"));

        await bench.FollowAsync(o => o with { Start = FileStart.End }, "*.gz");

        Assert.Equal("", bench.Text);
    }
}
