using System.Diagnostics;
using System.Text.RegularExpressions;
using k8s.Models;
using ModelExporter.Configuration;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>The worked example: its manifests, and what its logging writes before the exporter with its config.</summary>
public sealed class FastApiExampleTests : IDisposable
{
    const string Python = "python3";

    const int Predictions = 3000;

    static readonly string Example = Repository.PathOf("examples", "fastapi");

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresClusterToolsFact]
    public async Task Kustomization_OfTheExample_PutsTheExporterBesideTheServer()
    {
        var built = Manifests.Parse(await ClusterTools.KustomizeAsync(Path.Combine(Example, "kubernetes")));
        var pod = built.One<V1Deployment>().Spec.Template;
        var server = Assert.Single(pod.Spec.Containers);
        var exporter = Assert.Single(pod.Spec.InitContainers);

        Assert.Equal(["V1ConfigMap", "V1Deployment", "V1Service"], built.All.Select(o => o.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Equal(exporter.VolumeMounts.Single(m => m.ReadOnlyProperty is true && m.Name == "model-logs").Name, Assert.Single(server.VolumeMounts).Name);
        Assert.NotEqual(true, Assert.Single(server.VolumeMounts).ReadOnlyProperty);
        Assert.All(built.One<V1Service>().Spec.Selector, wanted => Assert.Equal(wanted.Value, pod.Metadata.Labels[wanted.Key]));
        Assert.Contains(server.Ports, p => p.Name == built.One<V1Service>().Spec.Ports.Single().TargetPort.Value);
    }

    /// <summary>The config reads and writes where the component mounts something to read from and to write to.</summary>
    [RequiresClusterToolsFact]
    public async Task Config_OfTheExample_ReadsAndWritesWhatIsMounted()
    {
        var built = Manifests.Parse(await ClusterTools.KustomizeAsync(Path.Combine(Example, "kubernetes")));
        var mounts = Assert.Single(built.One<V1Deployment>().Spec.Template.Spec.InitContainers).VolumeMounts;
        var config = ConfigLoader.Load(_folder.Write("modelexporter.yml", built.One<V1ConfigMap>().Data["modelexporter.yml"])).Config!;

        Assert.NotEqual(true, mounts.Single(m => m.MountPath == config.Checkpoint.Path).ReadOnlyProperty);
        Assert.All(config.Sources.SelectMany(s => s.File!.Paths), path => Assert.Contains(mounts, m => m.ReadOnlyProperty is true && Path.GetDirectoryName(path) == m.MountPath));
    }

    [Fact]
    public async Task Config_OfTheExample_PassesCheck()
    {
        var finished = await BuiltProgram.RunAsync("check", "--config.file", Path.Combine(Example, "kubernetes", "modelexporter.yml"));
        Assert.True(finished.ExitCode == 0, finished.Error);
    }

    /// <summary>The server itself needs FastAPI, and is only compiled.</summary>
    [RequiresToolFact(Python)]
    public async Task Server_OfTheExample_Compiles() =>
        await RunAsync("import sys; [compile(open(f, encoding='utf-8').read(), f, 'exec') for f in sys.argv[1:]]", [.. Directory.GetFiles(Example, "*.py")]);

    /// <summary>The exporter follows the logs while they are rotated a dozen times, and every record is counted once.</summary>
    [RequiresToolFact(Python)]
    public async Task Exporter_WithTheExamplesConfig_CountsEverythingThatItLogs()
    {
        await using var exporter = await ExporterProcess.StartAsync(ConfigHere());

        await LogAsync(maxBytes: 60_000, kept: 100);

        var scrape = await exporter.ScrapeUntilAsync(s => s.Sum("model_labels_joined_total") >= Predictions);
        Assert.Equal((Predictions, Predictions), (scrape.Sum("model_predictions_total", "model_version=\"1\""), scrape.Sum("model_labels_joined_total")));
        Assert.InRange(Directory.GetFiles(_folder["logs"], "predictions.jsonl.*").Length, 5, 100);
        Assert.NotNull(scrape["model_accuracy_ratio{model=\"churn\",model_version=\"1\",window=\"last_1000\"}"]);
        Assert.Equal(0, (await exporter.ScrapeOwnAsync()).Sum("modelexporter_records_total", "rejected"));
        // What the probe of the component asks for.
        Assert.True((await exporter.Telemetry.GetAsync(new Uri("/-/healthy", UriKind.Relative))).IsSuccessStatusCode);
    }

    /// <summary>Nobody but the server deletes what it logged, so its own rotation bounds the volume.</summary>
    [RequiresToolFact(Python)]
    public async Task Rotation_OfTheExample_BoundsTheVolume()
    {
        await LogAsync(maxBytes: 50_000, kept: 2);

        var files = new DirectoryInfo(_folder["logs"]).GetFiles();
        Assert.Equal(2 * 3, files.Length);
        Assert.InRange(files.Sum(f => f.Length), 1, files.Length * 50_000);
    }

    /// <summary>The exporter is another user.</summary>
    [RequiresToolFact(Python)]
    public async Task Files_OfAServerWithAStrictMask_CanBeReadByTheExporter() =>
        Assert.Equal("rw-r--r--", Assert.Single((await LogAsync(maxBytes: 50_000, kept: 2)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct()));

    [RequiresClusterToolsFact]
    public async Task Volume_OfTheLogs_HoldsSeveralTimesWhatRotationKeeps()
    {
        string code = await File.ReadAllTextAsync(Path.Combine(Example, "prediction_log.py"));
        var bounds = Regex.Match(code, @"max_bytes: int = (\d+) \* 1024 \* 1024, kept: int = (\d+)");
        long kept = 2 * (1 + long.Parse(bounds.Groups[2].Value)) * long.Parse(bounds.Groups[1].Value) * 1024 * 1024;
        var pod = Manifests.Parse(await ClusterTools.KustomizeAsync(Path.Combine(Example, "kubernetes"))).One<V1Deployment>().Spec.Template.Spec;

        Assert.True(pod.Volumes.Single(v => v.Name == "model-logs").EmptyDir.SizeLimit.ToInt64() >= 4 * kept);
    }

    /// <summary>The example's config, reading and writing in this folder and learning from the first hundred.</summary>
    string ConfigHere() => _folder.Write("modelexporter.yml", File.ReadAllText(Path.Combine(Example, "kubernetes", "modelexporter.yml"))
        .Replace("/var/log/model", _folder["logs"], StringComparison.Ordinal)
        .Replace("/var/lib/modelexporter", _folder["state"], StringComparison.Ordinal)
        .Replace("{first: 1000}", "{first: 100}", StringComparison.Ordinal));

    /// <summary>Logs as the server does, under a mask that leaves others nothing, and tells the modes of the files.</summary>
    Task<string> LogAsync(int maxBytes, int kept) => RunAsync(
        $$"""
        import os, random, stat, sys
        sys.path.insert(0, sys.argv[1])
        sys.dont_write_bytecode = True
        from model import churn_score
        from prediction_log import PredictionLog

        os.umask(0o077)
        chance = random.Random(7)
        log = PredictionLog(sys.argv[2], "churn", "1", max_bytes={{maxBytes}}, kept={{kept}})
        for i in range({{Predictions}}):
            customer = {
                "tenure_months": chance.randrange(72),
                "monthly_charges": round(chance.uniform(20, 120), 2),
                "support_calls": chance.randrange(6),
                "plan": chance.choice(["basic", "plus", "pro"]),
            }
            score = churn_score(**customer)
            log.prediction(f"c-{i}", customer, "yes" if score >= 0.5 else "no", score, latency_ms=chance.expovariate(1))
            log.label(f"c-{i}", "yes" if chance.random() < score else "no")
        log.close()
        for file in os.scandir(sys.argv[2]):
            print(stat.filemode(file.stat().st_mode)[1:])
        """,
        Example,
        _folder["logs"]);

    static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var finished = await Finished.RunAsync(new ProcessStartInfo(Python, ["-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true });
        Assert.True(finished.ExitCode == 0, finished.Error);
        Assert.Equal("", finished.Error);
        return finished.Output;
    }
}
