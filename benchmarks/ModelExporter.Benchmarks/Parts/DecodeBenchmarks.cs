using BenchmarkDotNet.Attributes;
using ModelExporter.Benchmarks.Line;
using ModelExporter.Benchmarks.Logs;
using ModelExporter.Engine.Records;

namespace ModelExporter.Benchmarks.Parts;

/// <summary>Predictions from JSON to rows; the time is that of one prediction.</summary>
public class DecodeBenchmarks
{
    const int Predictions = 5_000;

    readonly NativeDecoder _decoder = new();
    readonly RecordRouter _router = MonitorSetup.NewRouter();
    ReadOnlyMemory<byte> _log;

    [Params(LogForm.Compact, LogForm.Py)]
    public LogForm Form { get; set; }

    [GlobalSetup]
    public void SetUp() => _log = new LogGenerator(Form).Next(Predictions);

    [Benchmark(OperationsPerInvoke = Predictions)]
    public void Decode() => LineReader.Read(_log.Span, _decoder, _router, static batch => batch.Release());
}
