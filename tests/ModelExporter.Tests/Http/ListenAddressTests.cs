using ModelExporter.Http;

namespace ModelExporter.Tests.Http;

public class ListenAddressTests
{
    [Theory]
    [InlineData(":9100", ":9100")]
    [InlineData("0.0.0.0:9100", "0.0.0.0:9100")]
    [InlineData("127.0.0.1:0", "127.0.0.1:0")]
    [InlineData("localhost:9100", "127.0.0.1:9100")]
    [InlineData("[::1]:9100", "[::1]:9100")]
    [InlineData("[::]:9100", "[::]:9100")]
    public void TryParse_Address_IsReadAndWrittenBack(string text, string expected)
    {
        Assert.True(ListenAddress.TryParse(text, out var address));
        Assert.Equal(expected, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("9100")]
    [InlineData(":")]
    [InlineData(":65536")]
    [InlineData(":-1")]
    [InlineData("::1:9100")]
    [InlineData("example.org:9100")]
    [InlineData("http://127.0.0.1:9100")]
    public void TryParse_NoAddress_IsRefused(string text) => Assert.False(ListenAddress.TryParse(text, out _));
}
