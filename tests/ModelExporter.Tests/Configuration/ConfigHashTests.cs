using ModelExporter.Configuration;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigHashTests
{
    [Fact]
    public void Of_KnownContent_IsTheBeginningOfItsSha256()
    {
        // FIPS 180-2, appendix B.1: SHA-256("abc") = ba7816bf 8f01cfea 414140de …
        Assert.Equal("ba7816bf8f01cfea", ConfigHash.Of("abc"u8));
    }
}
