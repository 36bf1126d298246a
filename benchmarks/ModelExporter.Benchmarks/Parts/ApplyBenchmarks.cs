using BenchmarkDotNet.Attributes;
using ModelExporter.Benchmarks.Line;
using ModelExporter.Benchmarks.Logs;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;

namespace ModelExporter.Benchmarks.Parts;

/// <summary>Decoded rows into a model's state; the time is that of one prediction with its share of labels.</summary>
public class ApplyBenchmarks
{
    const int Predictions = 50_000;

    readonly LogGenerator _log = new(LogForm.Compact);
    readonly NativeDecoder _decoder = new();
    readonly RecordRouter _router = MonitorSetup.NewRouter();
    readonly List<RecordBatch> _batches = [];
    readonly ModelMonitor _monitor = MonitorSetup.NewMonitor(maxPending: 200_000);

    // Every id is new: one that came before would be a duplicate, and cheap.
    [IterationSetup]
    public void Decode()
    {
        _batches.Clear();
        LineReader.Read(_log.Next(Predictions).Span, _decoder, _router, _batches.Add);
    }

    [Benchmark(OperationsPerInvoke = Predictions)]
    public void Apply()
    {
        foreach (var batch in _batches)
        {
            long now = batch.Rows[^1].Time;
            _monitor.Apply(batch, now);
            _monitor.Advance(now);
            batch.Release();
        }
    }
}
