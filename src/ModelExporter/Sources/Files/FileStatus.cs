using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ModelExporter.Sources.Files;

/// <summary>A file as the system describes it; symbolic links are followed.</summary>
/// <param name="Kind">What the path leads to; the rest is set for regular files only.</param>
/// <param name="Identity">Which file it is.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="LastWrite">When it was last written, in ticks of an epoch that is the same for all files.</param>
readonly record struct FileStatus(FileKind Kind, FileIdentity Identity = default, long Length = 0, long LastWrite = 0)
{
    public static FileStatus Of(string path) => OperatingSystem.IsLinux() ? Statx.Read(path) : ReadPortably(path);

    /// <summary>Asks about an open file, whose name may lead elsewhere by now.</summary>
    public static FileStatus Of(SafeFileHandle handle, string path) =>
        OperatingSystem.IsLinux() ? Statx.Read(handle) : ReadPortably(path);

    /// <summary>
    /// Stands in where no inode can be had: path and creation time. A new file at the path is told from the old one, but a file
    /// renamed within its pattern is new as well and only its first bytes can tell that it was read (see <see cref="FileOpener"/>).
    /// </summary>
    internal static FileStatus ReadPortably(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return new FileStatus(Directory.Exists(path) ? FileKind.Other : FileKind.Missing);

            var key = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(path.AsSpan()), file.CreationTimeUtc.Ticks);
            return new FileStatus(FileKind.Regular, new FileIdentity(0, key), file.Length, file.LastWriteTimeUtc.Ticks);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FileStatus(FileKind.Unreadable);
        }
    }
}
