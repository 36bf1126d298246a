using System.Security.Cryptography;

namespace ModelExporter.Configuration;

/// <summary>A short name for the content of a config file, by which two replicas show that they run the same one.</summary>
public static class ConfigHash
{
    const int Bytes = 8;

    /// <summary>The first 64 bits of the content's SHA-256, as 16 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, Bytes));
}
