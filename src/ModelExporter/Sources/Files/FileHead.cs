using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace ModelExporter.Sources.Files;

/// <summary>The first bytes of a file's content: while they stay the same, the file was only appended to.</summary>
sealed class FileHead
{
    public const int Size = 1024;

    readonly byte[] _bytes = new byte[Size];
    int _count;

    public bool IsEmpty => _count == 0;

    public bool IsFull => _count == Size;

    public bool HasNewline => Bytes.Contains((byte)'\n');

    ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    /// <summary>Compares with what the file begins with now and takes in what was added; false if it is not the same content.</summary>
    public bool Refresh(ReadOnlySpan<byte> now)
    {
        now = now[..Math.Min(now.Length, Size)];
        if (!now.StartsWith(Bytes))
            return false;

        now.CopyTo(_bytes);
        _count = now.Length;
        return true;
    }

    public bool Refresh(SafeFileHandle handle)
    {
        Span<byte> now = stackalloc byte[Size];
        return Refresh(now[..RandomAccess.Read(handle, now, 0)]);
    }

    public void Clear() => _count = 0;

    public ulong Fingerprint(long offset) => XxHash3.HashToUInt64(_bytes.AsSpan(0, (int)Math.Min(offset, _count)));

    /// <summary>Whether the position can be one in this content.</summary>
    public bool Matches(FilePosition position) =>
        Math.Min(position.Offset, Size) <= _count && Fingerprint(position.Offset) == position.Fingerprint;

    public bool StartsWith(FileHead other) => Bytes.StartsWith(other.Bytes);
}
