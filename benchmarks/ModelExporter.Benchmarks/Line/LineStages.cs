using System.Text.Json;
using ModelExporter.Benchmarks.Logs;
using ModelExporter.Engine.Records;

namespace ModelExporter.Benchmarks.Line;

/// <summary>The stages of the whole-line benchmark.</summary>
static class LineStages
{
    public const string TokenScan = "token scan";

    public static IReadOnlyList<LineStage> All(int maxPending) =>
    [
        new("newline scan", ScanNewlines),
        new(TokenScan, ScanTokens),
        Decode(),
        Full(maxPending),
        new("serializer to POCO", ReadPocos),
    ];

    static void ScanNewlines(ReadOnlyMemory<byte> log)
    {
        var lines = log.Span;
        while (!lines.IsEmpty) lines = lines[(lines.IndexOf((byte)'\n') + 1)..];
    }

    static void ScanTokens(ReadOnlyMemory<byte> log)
    {
        var lines = log.Span;
        while (!lines.IsEmpty)
        {
            int length = lines.IndexOf((byte)'\n');
            var reader = new Utf8JsonReader(lines[..length]);
            while (reader.Read())
            {
            }
            lines = lines[(length + 1)..];
        }
    }

    /// <summary>Lines into rows of batches, which are given back as they are.</summary>
    static LineStage Decode()
    {
        var decoder = new NativeDecoder();
        var router = MonitorSetup.NewRouter();
        return new LineStage("decode", log =>
        {
            LineReader.Read(log.Span, decoder, router, static batch => batch.Release());
            Check(router);
        });
    }

    /// <summary>Everything that happens to a line: decoded, joined, binned, in its windows.</summary>
    static LineStage Full(int maxPending)
    {
        var decoder = new NativeDecoder();
        var router = MonitorSetup.NewRouter();
        var monitor = MonitorSetup.NewMonitor(maxPending);
        Action<RecordBatch> apply = batch =>
        {
            long now = batch.Rows[^1].Time;
            monitor.Apply(batch, now);
            monitor.Advance(now);
            batch.Release();
        };
        return new LineStage("full line", log =>
        {
            LineReader.Read(log.Span, decoder, router, apply);
            Check(router);
        });
    }

    static void ReadPocos(ReadOnlyMemory<byte> log)
    {
        var lines = log.Span;
        while (!lines.IsEmpty)
        {
            int length = lines.IndexOf((byte)'\n');
            if (JsonSerializer.Deserialize(lines[..length], PocoContext.Default.PocoRecord) is null) throw new InvalidOperationException("A line is no record.");
            lines = lines[(length + 1)..];
        }
    }

    // A stage that refuses its lines would be fast.
    static void Check(RecordRouter router)
    {
        foreach (long rejected in router.Rejected)
            if (rejected > 0) throw new InvalidOperationException("Lines were rejected.");
    }
}
