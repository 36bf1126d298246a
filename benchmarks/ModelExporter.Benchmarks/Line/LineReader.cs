using ModelExporter.Engine.Records;

namespace ModelExporter.Benchmarks.Line;

/// <summary>Decodes the lines of a log and hands over every full batch, as a source does.</summary>
static class LineReader
{
    public static void Read(ReadOnlySpan<byte> lines, IRecordDecoder decoder, RecordRouter router, Action<RecordBatch> take)
    {
        var context = new PayloadContext(ArrivalTime: 0);
        while (!lines.IsEmpty)
        {
            int length = lines.IndexOf((byte)'\n');
            decoder.Decode(lines[..length], context, router);
            lines = lines[(length + 1)..];
            if (!router.NeedsDrain && !lines.IsEmpty) continue;
            for (int model = 0; model < router.Models; model++)
                if (router.TryTake(model, out var batch)) take(batch);
        }
    }
}
