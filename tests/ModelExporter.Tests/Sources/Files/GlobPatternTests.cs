using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

public class GlobPatternTests
{
    [Theory]
    [InlineData("pred.jsonl", "pred.jsonl", true)]
    [InlineData("pred.jsonl", "pred.jsonl.1", false)]
    [InlineData("pred*.jsonl", "pred.jsonl", true)]
    [InlineData("pred*.jsonl", "pred-2024.jsonl", true)]
    [InlineData("pred*.jsonl", "pred.jsonl.gz", false)]
    [InlineData("*", "anything", true)]
    [InlineData("*", ".hidden", false)]
    [InlineData("?hidden", ".hidden", false)]
    [InlineData(".*", ".hidden", true)]
    [InlineData("*a*b*c*", "xxaxxbxxbcxx", true)]
    [InlineData("*a*b*c*", "xxcxxbxxa", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("pred.log.[0-9]", "pred.log.7", true)]
    [InlineData("pred.log.[0-9]", "pred.log.x", false)]
    [InlineData("[!a-c]x", "dx", true)]
    [InlineData("[^a-c]x", "bx", false)]
    [InlineData("[]]", "]", true)]
    [InlineData("[[]1]", "[1]", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[open", "[open", true)]
    [InlineData("[!", "[!", true)]
    [InlineData("Pred*", "pred", false)]
    [InlineData("*", "", true)]
    public void GlobPattern_AsInAShell_Matches(string pattern, string name, bool expected) =>
        Assert.Equal(expected, new GlobPattern(pattern).Matches(name));

    [Fact]
    public async Task FileGlob_NameHasBrackets_MeansThatFileToo()
    {
        await using var bench = new TailBench();
        bench.Append("pred[1].jsonl", "bracket\n");

        await bench.FollowAsync("pred[1].jsonl");

        Assert.Equal("bracket|", bench.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/var/log/")]
    public void FileGlob_NamesNoFile_Throws(string pattern) => Assert.Throws<ArgumentException>(() => new FileGlob(pattern));
}
