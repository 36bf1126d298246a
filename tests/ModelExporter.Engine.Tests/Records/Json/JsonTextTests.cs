using System.Text;
using System.Text.Json;
using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Tests.Records.Json;

public class JsonTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("Größe 🚀")]
    [InlineData("""\"\\\/\b\f\n\r\t""")]
    [InlineData("""\u0041\u00e9\u20AC\uFfFf\u0000""")]
    [InlineData("""a\ud83d\ude80b\uD83D\uDE80""")]
    [InlineData("""C:\\models\\v1\\""")]
    public void TryUnescape_WellFormed_EqualsTheLibrary(string escaped)
    {
        var source = Encoding.UTF8.GetBytes(escaped);
        var destination = new byte[source.Length];
        Assert.True(JsonText.TryUnescape(source, destination, out var written));
        Assert.Equal(JsonSerializer.Deserialize<string>($"\"{escaped}\""), Encoding.UTF8.GetString(destination, 0, written));
    }

    [Theory]
    [InlineData("""\ud800""")]
    [InlineData("""\udc00""")]
    [InlineData("""\udc00\ud800""")]
    [InlineData("""\ud800x""")]
    [InlineData("""\ud800\n""")]
    [InlineData("""\ud800\u0041""")]
    [InlineData("""\ud800\ud800""")]
    [InlineData("""\ud800\udc0""")]
    [InlineData("""\ud800\udc0g""")]
    [InlineData("""\""")]
    [InlineData("""\x""")]
    [InlineData("""\u""")]
    [InlineData("""\u12""")]
    [InlineData("""\u 123""")]
    [InlineData("""\u+123""")]
    [InlineData("""\U0041""")]
    [InlineData("\\u004\0")]
    public void TryUnescape_NoText_IsRefused(string escaped)
    {
        var source = Encoding.UTF8.GetBytes("before" + escaped);
        Assert.False(JsonText.TryUnescape(source, new byte[source.Length], out _));
    }

    [Fact]
    public void TryUnescape_DestinationTooSmall_Throws() =>
        Assert.Throws<ArgumentException>(() => JsonText.TryUnescape("four"u8, new byte[3], out _));
}
