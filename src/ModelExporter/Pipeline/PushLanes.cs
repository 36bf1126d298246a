using System.Collections.Concurrent;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;
using ModelExporter.Sources.Push;

namespace ModelExporter.Pipeline;

/// <summary>Decoders for pushed bodies, lent to one request at a time: as many as there are requests at once.</summary>
public sealed class PushLanes(IModelInlets inlets, SourceCounters counters, ICheckpoints checkpoints)
{
    readonly ConcurrentBag<Lane> _free = [];

    /// <summary>Reads a body into the models; its rows are queued when this ends. It is not given up when the client goes: what was counted as accepted has to arrive.</summary>
    public async Task<PushResult> TakeAsync(ReadOnlyMemory<byte> body, string? contentType, PayloadContext context)
    {
        using var passage = await checkpoints.EnterAsync(CancellationToken.None);
        if (!_free.TryTake(out var lane)) lane = new Lane(inlets, counters);
        try
        {
            lane.Reader.Begin(body, contentType, context);
            while (lane.Reader.Read()) await inlets.TakeAsync(lane.Router, CancellationToken.None);
            return lane.Reader.Result;
        }
        finally
        {
            await inlets.TakeAsync(lane.Router, CancellationToken.None);
            lane.Meter.Report();
            _free.Add(lane);
        }
    }

    sealed class Lane
    {
        public Lane(IModelInlets inlets, SourceCounters counters)
        {
            Router = inlets.NewRouter(null);
            Meter = new RouterMeter(Router, counters);
            Reader = new PushReader(Router, counters.Examples);
        }

        public RecordRouter Router { get; }

        public RouterMeter Meter { get; }

        public PushReader Reader { get; }
    }
}
