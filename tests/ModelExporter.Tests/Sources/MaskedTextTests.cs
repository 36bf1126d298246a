using System.Text;
using ModelExporter.Sources;

namespace ModelExporter.Tests.Sources;

public sealed class MaskedTextTests
{
    [Theory]
    [InlineData("""{"name":"Bob Smith","age":41}""", """{"name":"xxx xxxxx","age":99}""")]
    [InlineData("""{"paid" : true, "sum": null, "rate":-1.5e3}""", """{"paid" : true, "sum": null, "rate":-9.9x9}""")]
    [InlineData("""{"name":"null", "other":["true"]}""", """{"name":"null", "other":["true"]}""")]
    [InlineData("Bob,41,2026-01-01", "xxx,99,9999-99-99")]
    [InlineData("nullable truest", "xxxxxxxx xxxxxx")]
    [InlineData("\"unended: 5", "\"xxxxxxx: 9")]
    [InlineData("été\u0001模", "xxx·x")]
    [InlineData("", "")]
    public void Of_Record_KeepsItsFormAlone(string record, string expected) =>
        Assert.Equal(expected, MaskedText.Of(Encoding.UTF8.GetBytes(record)));

    [Fact]
    public void Of_NameAsLongAsAValue_IsMaskedToo()
    {
        string name = new('n', 100);
        Assert.DoesNotContain("n", MaskedText.Of(Encoding.UTF8.GetBytes($$"""{"{{name}}":1}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_LongRecord_IsCut() => Assert.Equal(new string('x', 240) + "…", MaskedText.Of(Encoding.UTF8.GetBytes(new string('b', 1000))));

    [Fact]
    public void Of_BytesThatAreNoText_AreMasked() => Assert.DoesNotContain("a", MaskedText.Of([0xFF, 0xFE, (byte)'a', 0x80]), StringComparison.Ordinal);
}
