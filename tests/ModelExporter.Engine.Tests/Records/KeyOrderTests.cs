using System.Text;
using ModelExporter.Engine.Records;
using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Tests.Records;

public class KeyOrderTests
{
    const int A = 0;
    const int B = 1;
    const int C = 2;

    [Theory]
    [InlineData("""{"a":1,"b":2}""", B)]
    [InlineData("""{"a":1,"c":2}""", C)]
    public void Follow_TwoKeysCameAfterOne_GuessesBoth(string text, int expected)
    {
        var order = Learnt("""{"a":1,"b":2}""", """{"a":1,"c":2}""");
        var cursor = Enter(text);
        int key = -1;
        Assert.True(order.TryFollow(ref cursor, ref key) && cursor.TrySkipValue());
        Assert.Equal(A, key);
        Assert.True(order.TryFollow(ref cursor, ref key) && cursor.TrySkipValue());
        Assert.Equal(expected, key);
        Assert.False(order.TryFollow(ref cursor, ref key) || cursor.TryReadProperty(out _));
        Assert.True(cursor.TryEnd());
    }

    [Theory]
    [InlineData("""{"b":1}""")]
    [InlineData("""{ "a":1}""")]
    [InlineData("""{,"a":1}""")]
    [InlineData("""{"a" :1}""")]
    [InlineData("""{"aa":1}""")]
    [InlineData("{}")]
    public void Follow_OtherBytes_MovesNothing(string text)
    {
        var order = Learnt("""{"a":1}""");
        var cursor = Enter(text);
        var untouched = Enter(text);
        int key = -1;
        Assert.False(order.TryFollow(ref cursor, ref key));
        Assert.Equal(-1, key);
        Assert.Equal(untouched.TryReadProperty(out var expected), cursor.TryReadProperty(out var name));
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(name));
    }

    [Fact]
    public void Follow_LeadThatBelongsBehindAValue_IsNotTakenAtTheBeginning()
    {
        var order = new KeyOrder(1);
        var skipped = Enter("""{"x":0,"a":1}""");
        Assert.True(skipped.TryReadProperty(out _) && skipped.TrySkipValue() && skipped.TryReadProperty(out _));
        order.Learn(-1, A, skipped);

        var cursor = Enter("""{,"a":1}""");
        int key = -1;
        Assert.False(order.TryFollow(ref cursor, ref key));
    }

    [Fact]
    public void Learn_NameTooLongForAGuess_IsStillRead()
    {
        string text = $$"""{"{{new string('n', PropertyLead.MaxLength)}}":1}""";
        var order = Learnt(text);
        var cursor = Enter(text);
        int key = -1;
        Assert.False(order.TryFollow(ref cursor, ref key));
        Assert.True(cursor.TryReadProperty(out _));
    }

    static KeyOrder Learnt(params string[] texts)
    {
        var order = new KeyOrder(1);
        foreach (string text in texts)
        {
            var cursor = Enter(text);
            for (int key = -1; cursor.TryReadProperty(out var name); cursor.TrySkipValue())
            {
                int next = name[0] - 'a';
                order.Learn(key, next, cursor);
                key = next;
            }
        }
        return order;
    }

    static JsonCursor Enter(string text)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(text));
        Assert.True(cursor.TryReadValue(out _));
        return cursor;
    }
}
