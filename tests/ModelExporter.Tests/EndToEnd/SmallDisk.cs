using System.Diagnostics;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>A file system in memory of a few hundred kilobytes, which needs the right to mount it.</summary>
sealed class SmallDisk : IDisposable
{
    readonly string _folder;

    public SmallDisk(string folder, string size)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder)) throw new InvalidOperationException($"cannot mount on {folder}");
    }

    /// <summary>Whether this user may mount here.</summary>
    public static bool IsAllowed { get; } = OperatingSystem.IsLinux() && Try();

    string Filler => Path.Combine(_folder, "filler");

    /// <summary>Leaves no room.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // That was the last page.
        }
    }

    public void Empty() => File.Delete(Filler);

    public void Dispose() => Run("umount", "-l", _folder);

    static bool Try()
    {
        var folder = Directory.CreateTempSubdirectory("modelexporter-mount");
        try
        {
            bool mounted = Run("mount", "-t", "tmpfs", "tmpfs", folder.FullName);
            if (mounted) Run("umount", folder.FullName);
            return mounted;
        }
        finally
        {
            folder.Delete();
        }
    }

    static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
