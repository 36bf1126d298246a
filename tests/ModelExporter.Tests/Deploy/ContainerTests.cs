using System.Globalization;
using ModelExporter.Http;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy;

/// <summary>The images, run as a cluster would run them.</summary>
[Collection(ImageGroup.Name)]
public sealed class ContainerTests(ImageStore store) : IDisposable
{
    const string Predictions = "model_predictions_total";

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Container_Confined_ReadsAMountedLogAndAnswers(string image)
    {
        Following(ChurnLog.Both(0, 1000));
        await using var container = await ExporterContainer.StartAsync(store, image, _folder["."]);

        var scrape = await container.Exporter.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") >= 1000);
        Assert.Equal((1000, 1000), (scrape.Sum(Predictions), scrape.Sum("model_labels_joined_total")));
        foreach (var client in new[] { container.Exporter.Main, container.Exporter.Telemetry })
            foreach (string probe in new[] { "/-/healthy", "/-/ready" })
                Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync(probe)).StatusCode);
        Assert.Equal(0, await container.StopAsync());
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Container_Confined_HasNoRightsAndLittleMemory(string image)
    {
        Following([]);
        await using var container = await ExporterContainer.StartAsync(store, image, _folder["."]);

        Assert.Equal(["1654", "1654", "1654", "1654"], await container.StatusAsync("Uid"));
        Assert.Equal(["1654", "1654", "1654", "1654"], await container.StatusAsync("Gid"));
        foreach (string set in new[] { "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb" }) Assert.Equal(["0000000000000000"], await container.StatusAsync(set));
        Assert.Equal(["1"], await container.StatusAsync("NoNewPrivs"));
        Assert.Equal(ExporterContainer.MegabytesOf(image) << 20, await MemoryLimitAsync(container));
    }

    /// <summary>Every part of the program finds what it needs in the image: librdkafka, and a folder to write to for a while.</summary>
    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Container_SelfTest_PassesWithinItsMemory(string image)
    {
        var finished = await store.RunAsync(["run", "--rm", "--network=none", .. ExporterContainer.Confined(image), "--tmpfs=/tmp", image, "--selftest"]);

        Assert.Equal((0, "self-test passed\n", ""), (finished.ExitCode, finished.Output, finished.Error));
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Container_KilledAndStopped_GoesOnFromItsVolume(string image)
    {
        string log = Following(ChurnLog.Both(0, 1000));
        string state = "state-" + image;
        await using (var first = await ExporterContainer.StartAsync(store, image, _folder["."], state))
        {
            await first.Exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 1000);
            await Eventually.GetAsync(first.Exporter.ScrapeOwnAsync, s => s.Sum("modelexporter_checkpoint_size_bytes") > 0);
            _folder.Append("log.jsonl", ChurnLog.Both(2000, 1000));
            await first.KillAsync();
        }
        await using (var second = await ExporterContainer.StartAsync(store, image, _folder["."], state))
        {
            Assert.Contains(second.Exporter.Log, l => l.Contains("Went on from a checkpoint", StringComparison.Ordinal));
            await second.Exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 2000);
            _folder.Append("log.jsonl", ChurnLog.Both(4000, 1000));
            Assert.Equal(0, await second.StopAsync());
        }
        await using var third = await ExporterContainer.StartAsync(store, image, _folder["."], state);
        Assert.Contains(third.Exporter.Log, l => l.Contains("Went on from a checkpoint", StringComparison.Ordinal));
        await Undisturbed.SameAsync(third.Exporter, _folder, log, 3000);
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Container_WritesElsewhereThanToItsState_IsRefused(string image)
    {
        Following(ChurnLog.Both(0, 1000));
        ExporterContainer.Open(_folder["."]);
        async Task<Finished> WriteAsync(string target, params string[] options)
        {
            string[] made = ["baseline", "/etc/modelexporter/log.jsonl", "--config.file=/etc/modelexporter/modelexporter.yml", "--model=churn", "-o", target];
            return await store.RunAsync(["run", "--rm", "--network=none", $"--volume={_folder["."]}:/etc/modelexporter", .. options, image, .. made]);
        }

        var kept = await WriteAsync("/var/lib/modelexporter/baseline.json", [.. ExporterContainer.Confined(image), $"--volume=made-{image}:/var/lib/modelexporter"]);
        Assert.True(kept.ExitCode == 0, kept.Error);
        foreach (string target in new[] { "/var/lib/modelexporter/x", "/app/x", "/etc/modelexporter/x", "/tmp/x", "/x" })
            Assert.NotEqual(0, (await WriteAsync(target, ExporterContainer.Confined(image))).ExitCode);
        // Nor is it the read-only root alone that keeps it from changing itself.
        foreach (string target in new[] { "/app/modelexporter", "/etc/passwd", "/usr/lib/x" })
            Assert.NotEqual(0, (await WriteAsync(target, "--ulimit=nofile=1024:1024", "--ulimit=nproc=4096:4096")).ExitCode);
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar, "/bin/sh")]
    [InlineData(ImageArchive.Sidecar, "sh")]
    [InlineData(ImageArchive.HighVolume, "/bin/sh")]
    public async Task Container_AskedForAShell_HasNone(string image, string shell)
    {
        var finished = await store.RunAsync(["run", "--rm", "--network=none", .. ExporterContainer.Confined(image), $"--entrypoint={shell}", image, "-c", "true"]);

        // Where there is no such program podman says 127.
        Assert.Equal(127, finished.ExitCode);
    }

    /// <summary>Nothing is told but the image: its config, its addresses. Asked from within its network, where both are free.</summary>
    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public async Task Container_ItsOwnCommand_ServesItsConfigOnBothPorts(string image)
    {
        Following(ChurnLog.Both(0, 1000));
        await using var container = await ExporterContainer.StartDefaultAsync(store, image, _folder["."]);

        foreach (int port in new[] { WebOptions.DefaultPort, WebOptions.DefaultTelemetryPort })
            Assert.StartsWith("HTTP/1.1 200 OK", await container.GetInsideAsync(port, "/-/ready"), StringComparison.Ordinal);
        string scrape = await Eventually.GetAsync(() => container.GetInsideAsync(WebOptions.DefaultPort, "/metrics"), s => s.Contains($"{Predictions}{{model=\"churn\",model_version=\"v1\"}} 1000\n", StringComparison.Ordinal));
        Assert.Contains($"{Predictions}{{model=\"churn\",model_version=\"v1\"}} 1000\n", scrape, StringComparison.Ordinal);
    }

    /// <summary>What the kernel will let its processes take, which is in one of two places, depending on the version of control groups.</summary>
    static async Task<long> MemoryLimitAsync(ExporterContainer container)
    {
        string[] groups = File.ReadAllLines($"/proc/{await container.ProcessAsync()}/cgroup");
        string? first = groups.SingleOrDefault(l => l.Contains(":memory:", StringComparison.Ordinal));
        string file = first is null
            ? $"/sys/fs/cgroup{groups.Single(l => l.StartsWith("0::", StringComparison.Ordinal))[3..]}/memory.max"
            : $"/sys/fs/cgroup/memory{first[(first.LastIndexOf(':') + 1)..]}/memory.limit_in_bytes";
        return long.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture);
    }

    string Following(IEnumerable<string> log)
    {
        _folder.Write("log.jsonl", log);
        _folder.Write("modelexporter.yml", "checkpoint: {path: /var/lib/modelexporter, interval: 1s}\n" + ChurnLog.Following("/etc/modelexporter/log.jsonl"));
        return _folder["log.jsonl"];
    }
}
