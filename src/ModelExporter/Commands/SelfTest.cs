using System.Text;
using ModelExporter.Configuration;
using ModelExporter.Http;
using ModelExporter.Logging;
using ModelExporter.Pipeline;

namespace ModelExporter.Commands;

/// <summary>Drives config, pipeline, push, a Kafka consumer, a restart from a checkpoint and both endpoints once, on data of its own. What trimming or ahead-of-time compilation breaks shows here, not at the user's.</summary>
static class SelfTest
{
    const string Config = """
        models:
          - name: self
            task: binary
            baseline: {first: 50}
            windows: [1h, last_100]
            clock: event
        checkpoint: {path: state}
        """;

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var loggers = LoggerFactory.Create(builder => builder.AddExporterLogging(new LogOptions(LogLevel.Warning)));
        using var kafka = new SelfTestKafka();
        var folder = Directory.CreateTempSubdirectory("modelexporter-self-test");
        try
        {
            return await RunAsync($"{kafka.Source()}\n{Config}", kafka, folder.FullName, loggers, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<int> RunAsync(string yaml, SelfTestKafka kafka, string folder, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var read = ConfigLoader.Read(Encoding.UTF8.GetBytes(yaml), folder);
        if (read.Config is not { } config || Plan.Make(config, read.Lines, []) is not { } plan) return Fail("config");

        var exporter = new Exporter(null, TimeProvider.System, loggers);
        var loopback = new ListenAddress(System.Net.IPAddress.Loopback, 0);
        await using var app = WebServer.Build(
            new WebOptions { Main = [loopback], Telemetry = [loopback] }, new LogOptions(LogLevel.Warning), exporter, plan.Names, TimeProvider.System);
        await app.StartAsync(cancellation);
        exporter.Start(plan, read.Hash);

        string[] addresses = [.. WebServer.Addresses(app)];
        using var client = new HttpClient { BaseAddress = new Uri(addresses[0]) };
        var response = await client.PostAsync("/v1/records", new StringContent(Records()), cancellation);
        string answer = await response.Content.ReadAsStringAsync(cancellation);
        if (!answer.Contains("\"accepted\":400", StringComparison.Ordinal)) return Fail($"push: {answer}");

        string models = await client.GetStringAsync("/metrics", cancellation);
        foreach (string expected in new[] { "model_accuracy_ratio{model=\"self\"", "model_feature_psi{model=\"self\"", "model_predictions_total{model=\"self\",model_version=\"1\"} 200" })
            if (!models.Contains(expected, StringComparison.Ordinal)) return Fail($"{expected} is not in the models' metrics");
        string own = await client.GetStringAsync(new Uri(new Uri(addresses[1]), "/metrics"), cancellation);
        if (!own.Contains("modelexporter_records_total{", StringComparison.Ordinal)) return Fail("the exporter's own metrics");
        kafka.Produce(Predictions(1000, 100));
        if (await AcceptedAsync(exporter, 100, cancellation) is var accepted and not 100) return Fail($"{accepted} of 100 records came from Kafka");
        await exporter.StopAsync();
        if (await RestartedAsync(plan, read.Hash, loggers, cancellation) is var predictions and not 300) return Fail($"{predictions} of 300 predictions were there after a restart");
        Console.WriteLine("self-test passed");
        return ExitCodes.Ok;
    }

    /// <summary>The predictions that another exporter knows of from the checkpoint of the first.</summary>
    static async Task<double> RestartedAsync(Plan plan, string hash, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var exporter = new Exporter(null, TimeProvider.System, loggers);
        exporter.Start(plan, hash);
        var snapshot = await exporter.Pipeline.Loops[0].SnapshotAsync(cancellation);
        await exporter.StopAsync();
        return snapshot.Samples.Single(f => f.Key.Name == "model_predictions_total").Value.Sum(s => s.Value);
    }

    /// <summary>What the Kafka source has accepted, when it is as much as expected or the patience is over.</summary>
    static async Task<long> AcceptedAsync(Exporter exporter, long expected, CancellationToken cancellation)
    {
        var source = exporter.Pipeline.Sources[0].Counters;
        var patience = TimeProvider.System.GetUtcNow().AddSeconds(30);
        while (source.Accepted < expected && TimeProvider.System.GetUtcNow() < patience) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        return source.Accepted;
    }

    static string Records() => string.Join('\n', Predictions(0, 200).Zip(Labels(200), (prediction, label) => $"{prediction}\n{label}"));

    static IEnumerable<string> Predictions(int from, int count) => Enumerable.Range(from, count).Select(i =>
        $$$"""{"id":"{{{i}}}","ts":"{{{At(i)}}}","model":"self","version":"1","features":{"x":{{{i % 17}}},"c":"{{{"abc"[i % 3]}}}"},"prediction":{"score":0.{{{i % 10}}}}}""");

    static IEnumerable<string> Labels(int count) => Enumerable.Range(0, count).Select(i => $$"""{"id":"{{i}}","ts":"{{At(i)}}","label":{{i % 2}}}""");

    static string At(int second) => $"2026-01-01T00:{second / 60:00}:{second % 60:00}Z";

    static int Fail(string what)
    {
        Console.Error.WriteLine($"self-test failed: {what}");
        return ExitCodes.Failed;
    }
}
