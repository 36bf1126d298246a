using System.Collections.Concurrent;

namespace ModelExporter.Engine.Records;

/// <summary>The batches of one source: taken by the source, given back by the models' loops.</summary>
public sealed class BatchPool(SlotNames slots)
{
    readonly ConcurrentQueue<RecordBatch> _free = new();

    public SlotNames Slots { get; } = slots;

    public RecordBatch Rent() => _free.TryDequeue(out var batch) ? batch : new RecordBatch(this);

    public void Return(RecordBatch batch)
    {
        if (batch.IsOversized) return;
        batch.Clear();
        _free.Enqueue(batch);
    }
}
