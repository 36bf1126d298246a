using System.IO.Hashing;

namespace ModelExporter.Configuration;

/// <summary>A short name for the content of a config file, by which two replicas show that they run the same one.</summary>
public static class ConfigHash
{
    /// <summary>The content's XXH3 of 64 bits, as 16 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(XxHash3.Hash(content));
}
