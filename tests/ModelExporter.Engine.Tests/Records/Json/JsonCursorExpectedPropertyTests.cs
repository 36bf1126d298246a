using System.Text;
using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Tests.Records.Json;

public class JsonCursorExpectedPropertyTests
{
    [Theory]
    [InlineData("""{"a":1,"bb":[2],"c":{"d":3}}""")]
    [InlineData("""{"a": 1, "bb": [2], "c": {"d": 3}}""")]
    public void ExpectedProperty_KeysAsExpected_AreAllTaken(string text)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(text));
        Assert.True(cursor.TryReadValue(out _));
        Assert.True(cursor.TryReadExpectedProperty("a"u8) && cursor.TrySkipValue());
        Assert.True(cursor.TryReadExpectedProperty("bb"u8) && cursor.TrySkipValue());
        Assert.True(cursor.TryReadExpectedProperty("c"u8) && cursor.TryReadValue(out _));
        Assert.True(cursor.TryReadExpectedProperty("d"u8) && cursor.TrySkipValue());
        Assert.False(cursor.TryReadExpectedProperty("e"u8) || cursor.TryReadProperty(out _));
        Assert.False(cursor.TryReadExpectedProperty("e"u8) || cursor.TryReadProperty(out _));
        Assert.True(cursor.TryEnd());
    }

    [Theory]
    [InlineData("""{"a":1,"other":2}""")]
    [InlineData("""{"a":1,"names":2}""")]
    [InlineData("""{"a":1,"nam":2}""")]
    [InlineData("""{"a":1,"namf":2}""")]
    [InlineData("""{"a":1,"oame":2}""")]
    [InlineData("""{"a":1 ,"name":2}""")]
    [InlineData("""{"a":1,  "name":2}""")]
    [InlineData("""{"a":1,"name" :2}""")]
    public void ExpectedProperty_AnotherKeyOrSpacing_ConsumesNothing(string text)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(text));
        Assert.True(cursor.TryReadValue(out _) && cursor.TryReadExpectedProperty("a"u8) && cursor.TrySkipValue());
        Assert.False(cursor.TryReadExpectedProperty("name"u8));
        Assert.False(cursor.Failed);
        Assert.True(cursor.TryReadProperty(out var name));
        Assert.Equal(text.Split('"')[3], Encoding.UTF8.GetString(name));
        Assert.True(cursor.TryReadValue(out _));
        Assert.Equal(2.0, cursor.Number);
        Assert.True(!cursor.TryReadProperty(out _) && cursor.TryEnd());
    }

    [Theory]
    [InlineData("""{"name":1""", false)]
    [InlineData("""{"name":1"name":2}""", true)]
    [InlineData("""{"name":1;"name":2}""", true)]
    [InlineData("""{"name":1; "name":2}""", true)]
    [InlineData("""{"name":1,{"name":2}""", true)]
    [InlineData("""{,"name":1}""", false)]
    [InlineData("""{"name":1,,"name":2}""", true)]
    [InlineData("""{"name":1,}""", true)]
    public void ExpectedProperty_MalformedText_IsNotHidden(string text, bool first)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(text));
        Assert.True(cursor.TryReadValue(out _));
        if (first) Assert.True(cursor.TryReadExpectedProperty("name"u8) && cursor.TrySkipValue());
        while (cursor.TryReadExpectedProperty("name"u8) || cursor.TryReadProperty(out _)) cursor.TrySkipValue();
        Assert.False(cursor.TryEnd());
        Assert.True(cursor.Failed);
    }

    [Fact]
    public void ExpectedProperty_TextEndsInsideIt_IsNotTaken()
    {
        var text = """{"a":10, "name":2}"""u8;
        var before = """{"a":10"""u8.Length;
        for (var length = before; length < text.Length; length++)
        {
            var cursor = new JsonCursor(text[..length]);
            Assert.True(cursor.TryReadValue(out _) && cursor.TryReadExpectedProperty("a"u8) && cursor.TrySkipValue());
            Assert.Equal(length >= before + """, "name":"""u8.Length, cursor.TryReadExpectedProperty("name"u8));
        }
    }

    [Fact]
    public void ExpectedProperty_NamesOfEveryLength_DifferInEveryByte()
    {
        for (var length = 0; length < 70; length++)
        {
            var expected = Encoding.ASCII.GetBytes(new string('n', length));
            for (var at = -1; at < length; at++)
            {
                var written = expected.ToArray();
                if (at >= 0) written[at] = (byte)'m';
                var cursor = new JsonCursor([(byte)'{', (byte)'"', .. written, (byte)'"', (byte)':', (byte)'0', (byte)'}']);
                Assert.True(cursor.TryReadValue(out _));
                Assert.Equal(at < 0, cursor.TryReadExpectedProperty(expected));
            }
        }
    }
}
