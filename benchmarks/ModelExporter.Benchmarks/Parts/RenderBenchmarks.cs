using BenchmarkDotNet.Attributes;
using ModelExporter.Benchmarks.Line;
using ModelExporter.Benchmarks.Logs;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;
using ModelExporter.Exposition;

namespace ModelExporter.Benchmarks.Parts;

/// <summary>A scrape of three models with 24 features, two outputs and three windows each, and its three steps.</summary>
public class RenderBenchmarks
{
    const int Models = 3;

    readonly ModelMonitor[] _monitors = [.. Enumerable.Range(1, Models).Select(i => Fed($"{LogGenerator.DefaultModel}-{i}"))];
    readonly ModelRegistry _registry = new();
    readonly Snapshot[] _snapshots;

    public RenderBenchmarks()
    {
        _snapshots = BuildSnapshots();
        _registry.Apply(_snapshots);
    }

    [Benchmark]
    public Snapshot[] BuildSnapshots() => [.. _monitors.Select(SnapshotBuilder.Build)];

    [Benchmark]
    public void ApplySnapshots() => _registry.Apply(_snapshots);

    [Benchmark]
    public Task WriteText() => _registry.WriteAsync(Stream.Null, CancellationToken.None);

    [Benchmark]
    public Task Scrape()
    {
        _registry.Apply(BuildSnapshots());
        return WriteText();
    }

    static ModelMonitor Fed(string model)
    {
        var monitor = new ModelMonitor(MonitorSetup.Config(model), baseline: null);
        var router = new RecordRouter([model], model, [], seed: 1);
        LineReader.Read(new LogGenerator(LogForm.Compact, model).Next(60_000).Span, new NativeDecoder(), router, batch =>
        {
            long now = batch.Rows[^1].Time;
            monitor.Apply(batch, now);
            monitor.Advance(now);
            batch.Release();
        });
        return monitor;
    }
}
