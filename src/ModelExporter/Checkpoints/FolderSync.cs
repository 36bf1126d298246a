using System.Runtime.InteropServices;
using System.Text;

namespace ModelExporter.Checkpoints;

/// <summary>Makes the names in a folder durable, as <c>fsync(2)</c> of a file does its content. .NET opens no folders.</summary>
static class FolderSync
{
    const int ReadOnlyDirectory = 0x80000; // O_RDONLY | O_CLOEXEC

    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Sync(string folder)
    {
        // Elsewhere a rename is as durable as the file system makes it.
        if (!OperatingSystem.IsLinux()) return;
        int handle = open(in MemoryMarshal.GetReference<byte>(Encoding.UTF8.GetBytes(folder + '\0')), ReadOnlyDirectory);
        if (handle < 0) throw Failure(folder);
        try
        {
            if (fsync(handle) != 0) throw Failure(folder);
        }
        finally
        {
            _ = close(handle);
        }
    }

    static IOException Failure(string folder) => new($"cannot sync {folder}: {Marshal.GetLastPInvokeErrorMessage()}");

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int open(in byte path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int close(int handle);
}
