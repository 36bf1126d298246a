using ModelExporter.Engine.Records;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>The loops of all models, as sources see them.</summary>
sealed class LoopInlets(IReadOnlyList<ModelLoop> loops, Func<string?, RecordRouter> newRouter) : IModelInlets
{
    public bool IsFull => loops.Any(l => l.IsFull);

    public RecordRouter NewRouter(string? defaultModel) => newRouter(defaultModel);

    public async ValueTask TakeAsync(RecordRouter router, CancellationToken cancellation)
    {
        for (int model = 0; model < loops.Count; model++)
            if (router.TryTake(model, out var batch)) await loops[model].PostAsync(batch, cancellation);
    }
}
