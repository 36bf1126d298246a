using ModelExporter.Configuration;

namespace ModelExporter.Tests.Configuration;

public sealed class ConfigHashTests
{
    [Fact]
    public void Of_KnownContent_IsItsXxh3()
    {
        // As "printf abc | xxhsum -H3" says.
        Assert.Equal("78af5f94892f3950", ConfigHash.Of("abc"u8));
    }
}
