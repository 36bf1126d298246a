using System.Text;

namespace ModelExporter.Engine.Tests.Records.Json;

public class JsonCursorDifferentialTests
{
    [Fact]
    public void Cursor_ValidDocuments_ReadsWhatTheLibraryReads()
    {
        var random = new Random(11);
        for (var i = 0; i < 50_000; i++)
        {
            var document = JsonDocuments.NextValid(random);
            Assert.NotNull(JsonTokens.ByLibrary(document));
            AssertAgree(document);
        }
    }

    [Fact]
    public void Cursor_DamagedDocuments_RefusesWhatTheLibraryRefuses()
    {
        var random = new Random(12);
        var refused = 0;
        const int count = 300_000;
        for (var i = 0; i < count; i++)
            if (!AssertAgree(JsonDocuments.NextDamaged(random, JsonDocuments.NextValid(random)))) refused++;
        Assert.InRange(refused, count / 4, count - count / 10);
    }

    [Fact]
    public void Cursor_TruncatedAnywhere_RefusesWhatTheLibraryRefuses()
    {
        var random = new Random(13);
        for (var i = 0; i < 1000; i++)
        {
            var document = JsonDocuments.NextValid(random);
            for (var length = 0; length < document.Length; length++) AssertAgree(document[..length]);
        }
    }

    // Every byte before and after every kind of token.
    [Fact]
    public void Cursor_EveryByteAtEveryPlace_RefusesWhatTheLibraryRefuses()
    {
        var document = """[{"a\n":-1.5e3,"b":[true,null]} , "x\u00e4",0]"""u8.ToArray();
        for (var at = 0; at < document.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                var changed = document.ToArray();
                changed[at] = (byte)value;
                AssertAgree(changed);
                AssertAgree([.. document[..at], (byte)value, .. document[at..]]);
            }
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    public void Cursor_DeepDocuments_HasTheLibrarysLimit(int depth)
    {
        var arrays = new string('[', depth) + new string(']', depth);
        var objects = string.Concat(Enumerable.Repeat("""{"a":""", depth - 1)) + "{}" + new string('}', depth - 1);
        Assert.Equal(depth == 64, AssertAgree(Encoding.UTF8.GetBytes(arrays)));
        Assert.Equal(depth == 64, AssertAgree(Encoding.UTF8.GetBytes(objects)));
    }

    static bool AssertAgree(byte[] document)
    {
        var expected = JsonTokens.ByLibrary(document);
        var actual = JsonTokens.ByCursor(document);
        var skipped = JsonTokens.CursorSkips(document);
        if (actual != expected || skipped != (expected != null))
        {
            // A damaged word can become one of the bare tokens, which only the cursor takes.
            var text = Encoding.Latin1.GetString(document);
            if (expected == null && (text.Contains("NaN") || text.Contains("Infinity"))) return false;
            Assert.Fail($"{text}\nlibrary: {expected}\ncursor:  {actual}\nskipped: {skipped}");
        }

        return expected != null;
    }
}
