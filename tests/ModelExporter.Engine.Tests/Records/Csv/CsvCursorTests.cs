using System.Text;
using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Engine.Tests.Records.Csv;

public class CsvCursorTests
{
    [Theory]
    [InlineData("a,b,c", "a|b|c")]
    [InlineData("a", "a")]
    [InlineData(",", "|")]
    [InlineData("a,", "a|")]
    [InlineData(",,b", "||b")]
    [InlineData("\"a\",\"b,c\",d", "a|b,c|d")]
    [InlineData("\"\",x", "|x")]
    [InlineData("\"say \"\"hi\"\"\",x", "say \"hi\"|x")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("\"a,\"\",b\",c", "a,\",b|c")]
    [InlineData("5\" disk,x", "5\" disk|x")]
    [InlineData(" a , b", " a | b")]
    [InlineData("grün,\"日本\"", "grün|日本")]
    public void Read_Line_GivesItsFields(string line, string expected)
    {
        var (fields, failed) = Fields(line);
        Assert.False(failed);
        Assert.Equal(expected, string.Join('|', fields));
    }

    [Theory]
    [InlineData("\"a")]
    [InlineData("x,\"a,b")]
    [InlineData("\"a\"b,c")]
    [InlineData("\"a\" ,c")]
    [InlineData("\"a\"\"")]
    [InlineData("\"")]
    public void Read_QuoteIsNotClosed_Fails(string line) => Assert.True(Fields(line).Failed);

    [Theory]
    [InlineData("a,b\r", "a,b")]
    [InlineData("\uFEFFa,b", "a,b")]
    [InlineData("\uFEFF\r", "")]
    [InlineData("a\r\r", "a\r")]
    public void Trim_Line_LeavesTheFieldsAlone(string line, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(CsvCursor.Trim(Encoding.UTF8.GetBytes(line))));

    /// <summary>Any fields, written with quotes where they need them or everywhere, come back.</summary>
    [Fact]
    public void Read_RandomFieldsAsWritten_GivesThemBack()
    {
        const string Letters = "ab,\" é1";
        var random = new Random(11);
        for (int round = 0; round < 5_000; round++)
        {
            string[] fields = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new string([.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => Letters[random.Next(Letters.Length)])]))];
            bool all = random.Next(2) == 0;
            string line = string.Join(',', fields.Select(f => all || f.AsSpan().ContainsAny(',', '"') ? $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : f));
            Assert.Equal(fields, Fields(line).Fields);
        }
    }

    static (List<string> Fields, bool Failed) Fields(string line)
    {
        var fields = new List<string>();
        var cursor = new CsvCursor(Encoding.UTF8.GetBytes(line));
        while (cursor.TryRead()) fields.Add(cursor.Text());
        return (fields, cursor.Failed);
    }
}
