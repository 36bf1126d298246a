using System.Diagnostics;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy;

/// <summary>Podman with a store of its own that has both images, and lives as long as the tests that share it.</summary>
public sealed class ImageStore : IDisposable
{
    public const string Tool = "podman";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelexporter-images");

    public ImageStore()
    {
        if (RequiresImagesFactAttribute.Why is not null) return;
        foreach (string image in new[] { ImageArchive.Sidecar, ImageArchive.HighVolume })
        {
            string id = Run("pull", "--quiet", "oci-archive:" + ImageArchive.PathOf(image)).Output.Trim();
            Run("tag", id, image);
        }
    }

    /// <summary>A command of podman, to be started: vfs works on every file system, and cgroupfs without systemd.</summary>
    public ProcessStartInfo Start(params string[] arguments) => AsRoot(
    [
        Tool, "--root", Path.Combine(_folder.FullName, "root"), "--runroot", Path.Combine(_folder.FullName, "run"), "--tmpdir", Path.Combine(_folder.FullName, "tmp"),
        "--storage-driver=vfs", "--runtime=runc", "--cgroup-manager=cgroupfs", "--events-backend=none", "--log-level=error", .. arguments,
    ]);

    /// <summary>A command to be started by the one user who may limit what a container takes, and look into it.</summary>
    public static ProcessStartInfo AsRoot(params string[] command)
    {
        if (!Environment.IsPrivilegedProcess) command = ["sudo", "--non-interactive", .. command];
        return new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    internal Task<Finished> RunAsync(params string[] arguments) => Finished.RunAsync(Start(arguments));

    public void Dispose()
    {
        if (RequiresImagesFactAttribute.Why is null)
        {
            Run("rm", "--all", "--force", "--time=0");
            Run("rmi", "--all", "--force");
        }
        _folder.Delete(recursive: true);
    }

    Finished Run(params string[] arguments)
    {
        var finished = RunAsync(arguments).GetAwaiter().GetResult();
        return finished.ExitCode == 0 ? finished : throw new InvalidOperationException($"podman {string.Join(' ', arguments)}:\n{finished.Error}");
    }
}
