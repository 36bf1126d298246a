using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ModelExporter.Benchmarks.Logs;
using ModelExporter.Configuration;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Records;
using ModelExporter.Exposition;
using ModelExporter.Pipeline;

namespace ModelExporter.Benchmarks.Memory;

/// <summary>A pipeline of three models, fed and scraped: what it takes in memory and how long a scrape takes.</summary>
static class MemoryMode
{
    const int Models = 3;
    const int PredictionsPerModel = 70_000;
    const int Scrapes = 20;
    const int Pending = 2_000_000;

    public static async Task RunAsync(CancellationToken cancellation)
    {
        Print("resident at the start, MB", Environment.WorkingSet / 1e6);
        string[] names = [.. Enumerable.Range(1, Models).Select(i => $"{LogGenerator.DefaultModel}-{i}")];
        var config = new ExporterConfig { Models = [.. names.Select(MonitorSetup.Config)] };
        var clock = new LogClock();
        var pipeline = MonitoringPipeline.Start(new Plan(config, new Engine.Baselines.BaselineProfile?[Models]), PipelineState.Fresh(), store: null, clock, NullLoggerFactory.Instance);
        foreach (string name in names) await FeedAsync(pipeline, name, clock, cancellation);

        var registry = new ModelRegistry();
        var milliseconds = new double[Scrapes];
        int series = 0;
        for (int i = 0; i < Scrapes; i++)
        {
            long start = Stopwatch.GetTimestamp();
            var snapshots = await Task.WhenAll(pipeline.Loops.Select(loop => loop.SnapshotAsync(cancellation)));
            registry.Apply(snapshots);
            await registry.WriteAsync(Stream.Null, cancellation);
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            series = snapshots.Sum(s => s.Series);
        }
        Print("records", pipeline.Loops.Sum(loop => loop.Records));
        Print("series", series);
        Print("milliseconds a scrape, median of 20", milliseconds.Order().ElementAt(Scrapes / 2));
        Print("resident, MB", Environment.WorkingSet / 1e6);
        Print("managed heap, MB", GC.GetTotalMemory(forceFullCollection: true) / 1e6);
        await pipeline.StopAsync();
        PrintPending();
    }

    /// <summary>One source a model, as in a config: a label that names no model is that of the source's model.</summary>
    static async Task FeedAsync(MonitoringPipeline pipeline, string model, LogClock clock, CancellationToken cancellation)
    {
        const int Chunk = 1_000;
        var log = new LogGenerator(LogForm.Compact, model);
        var router = pipeline.Inlets.NewRouter(model);
        var decoder = new NativeDecoder();
        for (int written = 0; written < PredictionsPerModel; written += Chunk)
        {
            var rest = log.Next(Chunk);
            clock.Now = log.Time;
            while (!rest.IsEmpty)
            {
                int length = rest.Span.IndexOf((byte)'\n');
                decoder.Decode(rest.Span[..length], new PayloadContext(ArrivalTime: 0), router);
                rest = rest[(length + 1)..];
                if (router.NeedsDrain || rest.IsEmpty) await pipeline.Inlets.TakeAsync(router, cancellation);
            }
        }
    }

    static void PrintPending()
    {
        var random = new Random(42);
        var join = new LabelJoin(new LabelConfig { MaxPending = Pending }, scoresPerEntry: 0);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Pending; i++)
            join.AddPrediction(new RecordKey((ulong)random.NextInt64()), new PendingEntry { State = PendingState.Predicted }, out _);
        Print("bytes a pending prediction, of 2,000,000", (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)join.PredictionsPending);
    }

    static void Print(string what, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-45}{value,12:0.#}"));
}
