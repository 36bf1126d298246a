using ModelExporter.Configuration;

namespace ModelExporter.Tests.Sources.Files;

public class HeaderTests
{
    [Fact]
    public async Task Header_FileGrows_ComesWithEveryBlock()
    {
        await using var bench = new TailBench();
        bench.Append("log.csv", "id,age\na,1\n");
        await bench.FollowAsync(o => o with { HasHeader = true }, "log.csv");
        bench.Append("log.csv", "b,2\n");
        await bench.RoundAsync();

        Assert.Equal("id,age|a,1|b,2|", bench.Text);
        Assert.Equal(["id,age", "id,age"], bench.Sink.Headers);
    }

    [Fact]
    public async Task Header_NotAskedFor_IsNotRead()
    {
        await using var bench = new TailBench();
        bench.Append("log.csv", "id,age\na,1\n");
        await bench.FollowAsync("log.csv");
        Assert.Equal([""], bench.Sink.Headers);
    }

    [Fact]
    public async Task Header_ReadingStartsAtTheEnd_IsThatOfTheBeginning()
    {
        await using var bench = new TailBench();
        bench.Append("log.csv", "id,age\na,1\n");
        await bench.FollowAsync(o => o with { HasHeader = true, Start = FileStart.End }, "log.csv");
        bench.Append("log.csv", "b,2\n");
        await bench.RoundAsync();

        Assert.Equal(("b,2|", "id,age"), (bench.Text, Assert.Single(bench.Sink.Headers)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    public async Task Header_ReadingIsResumed_IsThatOfTheBeginning(int width)
    {
        string header = "id," + new string('x', width);
        await using var bench = new TailBench();
        bench.Append("log.csv", header + "\na,1\n");
        await bench.ReadOnceAsync("log.csv");
        var positions = bench.Sink.Positions;
        bench.Append("log.csv", "b,2\n");

        await bench.FollowAsync(o => o with { HasHeader = true, Resume = positions }, "log.csv");
        Assert.EndsWith("a,1|b,2|", bench.Text, StringComparison.Ordinal);
        Assert.Equal(header, bench.Sink.Headers[^1]);
    }

    [Fact]
    public async Task Header_FilesTakeTurns_EachHasItsOwn()
    {
        await using var bench = new TailBench();
        bench.Append("a.csv", "id,age\na,1\n");
        bench.Append("b.csv", "id,label\na,0\n");
        await bench.FollowAsync(o => o with { HasHeader = true }, "*.csv");
        bench.Append("a.csv", "b,2\n");
        bench.Append("b.csv", "b,1\n");
        await bench.RoundAsync();

        var pairs = bench.Sink.Blocks.Zip(bench.Sink.Headers, (block, header) => (Path.GetFileName(block.End.Path), header)).Order();
        Assert.Equal([("a.csv", "id,age"), ("a.csv", "id,age"), ("b.csv", "id,label"), ("b.csv", "id,label")], pairs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2_000)]
    public async Task Header_FileIsRotated_IsThatOfTheNewFile(int width)
    {
        string wide = new('x', width);
        await using var bench = new TailBench();
        bench.Append("log.csv", $"id,age,{wide}\na,1,1\n");
        await bench.FollowAsync(o => o with { HasHeader = true }, "log.csv");
        bench.Move("log.csv", "log.csv.1");
        bench.Append("log.csv", $"id,age,{wide}\nb,2,2\n");
        await bench.RoundAsync();
        bench.Append("log.csv.1", "c,3,3\n");
        await bench.RoundAsync();

        Assert.Equal($"id,age,{wide}|a,1,1|id,age,{wide}|b,2,2|c,3,3|", bench.Text);
        Assert.All(bench.Sink.Headers, h => Assert.Equal($"id,age,{wide}", h));
    }

    [Fact]
    public async Task Header_FileIsCutAndBeginsAnew_IsTheNewOne()
    {
        await using var bench = new TailBench();
        bench.Append("log.csv", "id,age,plan\na,1,pro\n");
        await bench.FollowAsync(o => o with { HasHeader = true }, "log.csv");
        bench.Truncate("log.csv");
        await bench.RoundAsync();
        bench.Append("log.csv", "id,plan\nb,pro\n");
        await bench.RoundAsync();

        Assert.Equal(["id,age,plan", "id,plan"], bench.Sink.Headers);
    }

    [Fact]
    public async Task Header_Gzip_IsItsFirstLine()
    {
        await using var bench = new TailBench();
        bench.Write("log.csv.gz", TailBench.Compress("id,age\n" + TailBench.Lines("a,1", 100_000)));
        await bench.ReadOnceAsync(o => o with { HasHeader = true }, "log.csv.gz");

        Assert.True(bench.Sink.Headers.Count > 1);
        Assert.All(bench.Sink.Headers, h => Assert.Equal("id,age", h));
    }

    [Fact]
    public async Task Header_LongerThanALineMayBe_IsEmpty()
    {
        await using var bench = new TailBench();
        bench.Append("log.csv", new string('x', 100) + "\na,1\n");
        await bench.ReadOnceAsync(o => o with { HasHeader = true, MaxLineBytes = 50 }, "log.csv");
        Assert.Equal(("a,1|", ""), (bench.Text, Assert.Single(bench.Sink.Headers)));
    }
}
