using System.Text;
using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Tests.Records.Json;

public class JsonCursorTests
{
    [Fact]
    public void Cursor_FlatRecord_IsReadInOrder()
    {
        var cursor = new JsonCursor("""{"age":31,"country":"DE","premium":true,"score":null}"""u8);
        Assert.True(cursor.TryReadValue(out var kind));
        Assert.Equal(JsonKind.Object, kind);
        Assert.True(cursor.TryReadProperty(out var name) && name.SequenceEqual("age"u8));
        Assert.True(cursor.TryReadValue(out kind));
        Assert.Equal((JsonKind.Number, 31.0), (kind, cursor.Number));
        Assert.True(cursor.TryReadProperty(out name) && name.SequenceEqual("country"u8));
        Assert.True(cursor.TryReadValue(out kind));
        Assert.Equal((JsonKind.String, "DE"), (kind, Encoding.UTF8.GetString(cursor.Text)));
        Assert.True(cursor.TryReadProperty(out name) && name.SequenceEqual("premium"u8));
        Assert.True(cursor.TryReadValue(out kind));
        Assert.Equal(JsonKind.True, kind);
        Assert.True(cursor.TryReadProperty(out name) && name.SequenceEqual("score"u8));
        Assert.True(cursor.TrySkipValue());
        Assert.False(cursor.TryReadProperty(out _));
        Assert.True(cursor.TryEnd());
        Assert.False(cursor.Failed);
    }

    [Theory]
    [InlineData("NaN", double.NaN)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    public void Value_BareNonFiniteToken_IsRead(string token, double expected)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes($$"""{"x":{{token}},"y":[{{token}}]}"""));
        Assert.True(cursor.TryReadValue(out _) && cursor.TryReadProperty(out _) && cursor.TryReadValue(out var kind)
            && kind == JsonKind.NonFinite);
        Assert.Equal(expected, cursor.Number);
        Assert.Equal(token, Encoding.UTF8.GetString(cursor.Text));
        Assert.True(cursor.TryReadProperty(out _) && cursor.TrySkipValue() && !cursor.TryReadProperty(out _) && cursor.TryEnd());
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("NAN")]
    [InlineData("Na")]
    [InlineData("NaNx")]
    [InlineData("-NaN")]
    [InlineData("Inf")]
    [InlineData("+Infinity")]
    [InlineData("--Infinity")]
    [InlineData("-infinity")]
    [InlineData("Infinity1")]
    public void Value_AlmostNonFiniteToken_IsRefused(string token)
    {
        Assert.Null(JsonTokens.ByCursor(Encoding.UTF8.GetBytes(token)));
        Assert.Null(JsonTokens.ByCursor(Encoding.UTF8.GetBytes($"[{token}]")));
    }

    [Theory]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("-1e400", double.NegativeInfinity)]
    public void Value_NumberOutOfRange_IsAnInfiniteNumber(string text, double expected)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(text));
        Assert.True(cursor.TryReadValue(out var kind));
        Assert.Equal((JsonKind.Number, expected), (kind, cursor.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\uFEFF1")]
    [InlineData("// comment\n1")]
    [InlineData("1 2")]
    public void Cursor_NoSingleValue_IsRefused(string text) => Assert.Null(JsonTokens.ByCursor(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Cursor_InvalidUtf8_IsRefusedBeforeAnythingIsRead()
    {
        var cursor = new JsonCursor([(byte)'[', (byte)'1', (byte)',', (byte)'"', 0xC3, (byte)'"', (byte)']']);
        Assert.True(cursor.Failed);
        Assert.False(cursor.TryReadValue(out _));
    }

    [Fact]
    public void End_InsideTheValue_IsRefused()
    {
        var cursor = new JsonCursor("[1"u8);
        Assert.True(cursor.TryReadValue(out _) && cursor.TryReadElement() && cursor.TryReadValue(out _));
        Assert.False(cursor.TryEnd());
        Assert.True(cursor.Failed);
    }

    [Fact]
    public void Value_TenMegabyteString_IsOneValue()
    {
        var content = new string('x', 10_000_000) + "\\n\\\"" + new string('y', 100);
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes($"[\"{content}\"]"));
        Assert.True(cursor.TryReadValue(out _) && cursor.TryReadElement() && cursor.TryReadValue(out _));
        Assert.True(cursor.Escaped);
        Assert.Equal(content.Length, cursor.Text.Length);
        Assert.True(!cursor.TryReadElement() && cursor.TryEnd());
    }

    [Fact]
    public void Cursor_AHundredThousandRecords_AllocatesNothing()
    {
        var records = Enumerable.Range(0, 100).Select(i => Encoding.UTF8.GetBytes(
            $$"""{"id":"a\n{{i}}","age":{{i}}.25,"wide":0.8444218515250{{i}}17,"far":1.2345678901234567890123e-310,"x":[NaN,{"y":null}],"é":0}"""))
            .ToArray();
        var unescaped = new byte[100];
        ReadAll(records, unescaped);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) ReadAll(records, unescaped);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static void ReadAll(byte[][] records, byte[] unescaped)
    {
        foreach (var record in records)
        {
            var cursor = new JsonCursor(record);
            var read = cursor.TryReadValue(out _) && cursor.TryReadExpectedProperty("id"u8);
            read &= cursor.TryReadValue(out _) && JsonText.TryUnescape(cursor.Text, unescaped, out _);
            while (cursor.TryReadProperty(out _)) read &= cursor.TrySkipValue();
            if (!read || !cursor.TryEnd()) throw new InvalidOperationException("not read");
        }
    }
}
