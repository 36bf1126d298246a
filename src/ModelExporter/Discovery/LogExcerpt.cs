using System.IO.Compression;

namespace ModelExporter.Discovery;

/// <summary>The beginning of a log, as lines, and its end. What is damaged ends the log.</summary>
/// <param name="Head">The first lines.</param>
/// <param name="Tail">The last ones, some of which may be among the first.</param>
/// <param name="IsWhole">The first lines are all there are.</param>
sealed record LogExcerpt(IReadOnlyList<ReadOnlyMemory<byte>> Head, IReadOnlyList<ReadOnlyMemory<byte>> Tail, bool IsWhole)
{
    const int HeadBytes = 4 << 20;
    const int TailBytes = 64 << 10;

    /// <summary>How much of a gzip file is gone through to come to its end: a second's work.</summary>
    const long MostUnzipped = 256L << 20;

    public static LogExcerpt Read(string path, int maxLines)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        bool gzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        using var content = gzip ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;

        byte[] head = new byte[HeadBytes];
        int length = Fill(content, head);
        bool isWhole = length < head.Length;
        var lines = LinesOf(head.AsMemory(0, length), fromStart: true, toEnd: isWhole);
        byte[] tail = isWhole ? head[Math.Max(0, length - TailBytes)..length] : gzip ? LastBytes(content) : LastBytes(file, length);
        return new LogExcerpt(
            [.. lines.Take(maxLines)], LinesOf(tail, fromStart: false, toEnd: true), isWhole && lines.Count <= maxLines);
    }

    static byte[] LastBytes(FileStream file, long from)
    {
        byte[] tail = new byte[TailBytes];
        file.Position = Math.Max(from, file.Length - TailBytes);
        return tail[..Fill(file, tail)];
    }

    static byte[] LastBytes(Stream content)
    {
        var (last, before) = (new byte[TailBytes], Array.Empty<byte>());
        int length = 0;
        for (long read = 0; read < MostUnzipped; read += length)
        {
            byte[] block = new byte[TailBytes];
            length = Fill(content, block);
            (before, last) = (last, block[..length]);
            if (length < TailBytes) break;
        }
        return [.. before, .. last];
    }

    static int Fill(Stream content, byte[] buffer)
    {
        int length = 0;
        try
        {
            while (length < buffer.Length && content.Read(buffer, length, buffer.Length - length) is > 0 and var read) length += read;
        }
        catch (InvalidDataException)
        {
            // A compressor may still be writing it: what came before is good.
        }
        return length;
    }

    /// <summary>Whole lines; what was cut at either side is none.</summary>
    static List<ReadOnlyMemory<byte>> LinesOf(ReadOnlyMemory<byte> bytes, bool fromStart, bool toEnd)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        bool isCut = !fromStart;
        while (!bytes.IsEmpty)
        {
            int end = bytes.Span.IndexOf((byte)'\n');
            if (end < 0 && !toEnd) break;
            var line = end < 0 ? bytes : bytes[..end];
            if (!isCut && !line.Span.Trim(" \t\r"u8).IsEmpty) lines.Add(line);
            isCut = false;
            bytes = end < 0 ? default : bytes[(end + 1)..];
        }
        return lines;
    }
}
