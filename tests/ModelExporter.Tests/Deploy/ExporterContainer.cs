using System.Globalization;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy;

/// <summary>The exporter in a container that may do as little as can be: no capability, no file to write but its state, little memory.</summary>
sealed class ExporterContainer : IAsyncDisposable
{
    const UnixFileMode ForEverybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    readonly ImageStore _store;
    readonly string _name = "exporter-" + Guid.NewGuid().ToString("N");
    ExporterProcess? _exporter;

    ExporterContainer(ImageStore store) => _store = store;

    /// <summary>The program, as if it ran outside.</summary>
    public ExporterProcess Exporter => _exporter ?? throw new InvalidOperationException("It runs in a network of its own.");

    /// <summary>What every container is forbidden.</summary>
    public static string[] Confined(string image) =>
    [
        // The limits are lower than those that podman sets unless told, which a user may not raise.
        "--ulimit=nofile=1024:1024", "--ulimit=nproc=4096:4096", "--read-only", "--read-only-tmpfs=false", "--cap-drop=all", "--security-opt=no-new-privileges",
        $"--memory={MegabytesOf(image)}m", $"--memory-swap={MegabytesOf(image)}m",
    ];

    /// <summary>The memory that an image gets: .NET with its compiler takes more than a program that is compiled.</summary>
    public static int MegabytesOf(string image) => image == ImageArchive.Sidecar ? 64 : 192;

    /// <summary>Starts it with a folder that has <c>modelexporter.yml</c> as its configuration, and any logs.</summary>
    /// <param name="store">Where the image is.</param>
    /// <param name="image">The image.</param>
    /// <param name="folder">Mounted as <c>/etc/modelexporter</c>, to be read.</param>
    /// <param name="state">The volume with its state; null = one of its own.</param>
    /// <param name="options">More options of <c>podman run</c>.</param>
    /// <param name="flags">More flags of the exporter.</param>
    public static async Task<ExporterContainer> StartAsync(ImageStore store, string image, string folder, string? state = null, string[]? options = null, params string[] flags)
    {
        var container = new ExporterContainer(store);
        string[] run = [.. container.Run(image, folder, state, ["--network=host", .. options ?? []]), "run", "--config.file=/etc/modelexporter/modelexporter.yml", .. flags];
        container._exporter = await ExporterProcess.StartAsync(store.Start(run));
        return container;
    }

    /// <summary>Starts it as its image says, in a network of its own, and waits until it listens.</summary>
    public static async Task<ExporterContainer> StartDefaultAsync(ImageStore store, string image, string folder)
    {
        var container = new ExporterContainer(store);
        await container.PodmanAsync(container.Run(image, folder, null, "--detach", "--network=none", "--log-driver=k8s-file"));
        await Eventually.GetAsync(() => store.RunAsync("logs", container._name), logs => logs.Error.Split("Listening").Length == 3);
        return container;
    }

    /// <summary>Lets the user of a container read a folder of a test.</summary>
    public static void Open(string folder)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, ForEverybody);
    }

    /// <summary>What the kernel says of the process in the container, such as <c>Uid</c>.</summary>
    public async Task<string[]> StatusAsync(string key)
    {
        string line = File.ReadLines($"/proc/{await ProcessAsync()}/status").Single(l => l.StartsWith(key + ":", StringComparison.Ordinal));
        return line[(key.Length + 1)..].Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public async Task<int> ProcessAsync() => int.Parse(await PodmanAsync("inspect", "--format={{.State.Pid}}", _name), CultureInfo.InvariantCulture);

    /// <summary>The answer to a request from within its network, head and body.</summary>
    public async Task<string> GetInsideAsync(int port, string path)
    {
        string request = $"exec 3<>/dev/tcp/127.0.0.1/{port}; printf 'GET {path} HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3";
        var finished = await Finished.RunAsync(ImageStore.AsRoot("nsenter", $"--net=/proc/{await ProcessAsync()}/ns/net", "bash", "-c", request));
        Assert.True(finished.ExitCode == 0, finished.Error);
        return finished.Output;
    }

    /// <summary>Asks it to stop and waits until it has.</summary>
    public async Task<int> StopAsync()
    {
        await PodmanAsync("kill", "--signal=TERM", _name);
        return await Exporter.ExitAsync();
    }

    /// <summary>Ends it as a node that is lost would.</summary>
    public async Task KillAsync()
    {
        await PodmanAsync("kill", "--signal=KILL", _name);
        await Exporter.ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.RunAsync("rm", "--force", "--time=0", "--ignore", _name);
        if (_exporter is not null) await _exporter.DisposeAsync();
    }

    string[] Run(string image, string folder, string? state, params string[] options)
    {
        Open(folder);
        return ["run", "--rm", "--name", _name, .. Confined(image), $"--volume={folder}:/etc/modelexporter:ro", $"--volume={state ?? _name}:/var/lib/modelexporter", .. options, image];
    }

    async Task<string> PodmanAsync(params string[] arguments)
    {
        var finished = await _store.RunAsync(arguments);
        Assert.True(finished.ExitCode == 0, finished.Error);
        return finished.Output.Trim();
    }
}
