using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ModelExporter.Sources.Files;

/// <summary>Linux' <c>statx(2)</c>: unlike <c>struct stat</c> its buffer has one layout on every architecture.</summary>
static class Statx
{
    const int CurrentDirectory = -100; // AT_FDCWD
    const int EmptyPath = 0x1000; // AT_EMPTY_PATH
    const uint BasicStatistics = 0x7ff; // STATX_BASIC_STATS
    const int NoSuchEntry = 2; // ENOENT
    const int NotADirectory = 20; // ENOTDIR
    const int TypeMask = 0xf000; // S_IFMT
    const int RegularFile = 0x8000; // S_IFREG

    public static FileStatus Read(string path) => Read(CurrentDirectory, Encoding.UTF8.GetBytes(path + '\0'), 0);

    public static FileStatus Read(SafeFileHandle handle)
    {
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            return Read((int)handle.DangerousGetHandle(), "\0"u8, EmptyPath);
        }
        finally
        {
            if (added)
                handle.DangerousRelease();
        }
    }

    static FileStatus Read(int directory, ReadOnlySpan<byte> path, int flags)
    {
        if (statx(directory, in MemoryMarshal.GetReference(path), flags, BasicStatistics, out var file) != 0)
            return new FileStatus(Marshal.GetLastPInvokeError() is NoSuchEntry or NotADirectory ? FileKind.Missing : FileKind.Unreadable);

        return new FileStatus(
            (file.Mode & TypeMask) == RegularFile ? FileKind.Regular : FileKind.Other,
            new FileIdentity(((ulong)file.DeviceMajor << 32) | file.DeviceMinor, file.Inode),
            (long)file.Size,
            (file.LastWriteSeconds * TimeSpan.TicksPerSecond) + (file.LastWriteNanoseconds / TimeSpan.NanosecondsPerTick));
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int statx(int directory, in byte path, int flags, uint mask, out Answer answer);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    struct Answer
    {
        [FieldOffset(28)] public ushort Mode;
        [FieldOffset(32)] public ulong Inode;
        [FieldOffset(40)] public ulong Size;
        [FieldOffset(112)] public long LastWriteSeconds;
        [FieldOffset(120)] public uint LastWriteNanoseconds;
        [FieldOffset(136)] public uint DeviceMajor;
        [FieldOffset(140)] public uint DeviceMinor;
    }
}
