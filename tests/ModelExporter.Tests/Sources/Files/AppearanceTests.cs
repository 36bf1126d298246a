namespace ModelExporter.Tests.Sources.Files;

public class AppearanceTests
{
    [Fact]
    public async Task File_AppearsLater_IsReadFromItsBeginning()
    {
        await using var bench = new TailBench();
        await bench.FollowAsync("pred.jsonl");
        Assert.Equal("", bench.Text);

        bench.Append("pred.jsonl", "one\n");
        await bench.RoundAsync();

        Assert.Equal("one|", bench.Text);
        Assert.Equal(0, bench.Counters.Errors(ModelExporter.Sources.Files.FileError.Unreadable));
        Assert.Equal(0, bench.Counters.Rotations);
    }

    [Fact]
    public async Task Directory_AppearsLater_ItsFilesAreRead()
    {
        await using var bench = new TailBench();
        await bench.FollowAsync("logs/app-?/pred*.jsonl");
        Assert.Equal([Path.GetDirectoryName(bench["x"])!], bench.Waker.Watched);

        Directory.CreateDirectory(bench["logs/app-1"]);
        Directory.CreateDirectory(bench["logs/other"]);
        bench.Append("logs/app-1/pred.jsonl", "one\n");
        bench.Append("logs/other/pred.jsonl", "other\n");
        await bench.RoundAsync();

        Assert.Equal("one|", bench.Text);
        Assert.Equal([bench["logs"], bench["logs/app-1"]], bench.Waker.Watched.Order());
    }

    [Fact]
    public async Task Directory_IsReplaced_ItsFilesAreNew()
    {
        await using var bench = new TailBench();
        Directory.CreateDirectory(bench["logs"]);
        bench.Append("logs/pred.jsonl", "one\n");
        await bench.FollowAsync("logs/*.jsonl");

        Directory.Move(bench["logs"], bench["old"]);
        Directory.CreateDirectory(bench["logs"]);
        bench.Append("logs/pred.jsonl", "two\n");
        await bench.RoundAsync();

        Assert.Equal("one|two|", bench.Text);
    }
}
