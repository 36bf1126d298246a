using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>The loops of all models, as sources see them.</summary>
sealed class ModelInlets(IReadOnlyList<ModelLoop> loops, IReadOnlyList<string> knownFeatures, long seed) : IModelInlets
{
    public IReadOnlyList<string> Models { get; } = [.. loops.Select(l => l.Model)];

    public bool IsFull => loops.Any(l => l.IsFull);

    public RecordRouter NewRouter(string? defaultModel) => new(Models, defaultModel, knownFeatures, seed);

    public async ValueTask TakeAsync(RecordRouter router, CancellationToken cancellation)
    {
        for (int model = 0; model < loops.Count; model++)
            if (router.TryTake(model, out var batch)) await loops[model].PostAsync(batch, cancellation);
    }
}
