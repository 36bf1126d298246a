using System.IO.Compression;

namespace ModelExporter.Sources.Push;

/// <summary>Expands gzip (RFC 1952) of one or several members, within a limit.</summary>
static class Gunzip
{
    // A GZipStream takes the end of its input for the end of the data, whatever is missing, and passes over what follows the last member.
    // So one more member is put behind the input: only a whole and clean input lets it come out whole at the end.
    static readonly byte[] End = "the end of the body"u8.ToArray();
    static readonly byte[] EndMember = Compress(End);

    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, ..];

    /// <summary>Expands <paramref name="source"/>, which it spoils, into <paramref name="target"/>; nothing is made of nothing.</summary>
    public static PushBodyStatus Expand(PooledBytes source, PooledBytes target, int limit)
    {
        if (source.Written.IsEmpty) return PushBodyStatus.Ok;
        source.Append(EndMember);
        try
        {
            using var gzip = new GZipStream(source.AsStream(), CompressionMode.Decompress);
            int most = limit + End.Length;
            for (int length = 0; length <= most;)
            {
                int read = gzip.Read(target.Room(most + 1 - length).Span);
                if (read == 0) return TryTakeEnd(target) ? PushBodyStatus.Ok : PushBodyStatus.CorruptEncoding;
                target.Advance(read);
                length += read;
            }
            return PushBodyStatus.TooLarge;
        }
        catch (InvalidDataException)
        {
            return PushBodyStatus.CorruptEncoding;
        }
    }

    static bool TryTakeEnd(PooledBytes target)
    {
        var content = target.Written.Span;
        if (!content.EndsWith(End)) return false;
        target.Truncate(content.Length - End.Length);
        return true;
    }

    static byte[] Compress(byte[] bytes)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal)) gzip.Write(bytes);
        return member.ToArray();
    }
}
