using System.IO.Compression;

namespace ModelExporter.Tests.Sources.Push;

/// <summary>Gzip as a client would send it.</summary>
static class GzipBytes
{
    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal)) gzip.Write(bytes);
        return member.ToArray();
    }
}
