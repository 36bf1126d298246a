using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>No state is kept over a restart.</summary>
sealed class Checkpoints(int sources) : ICheckpoints
{
    readonly Gate _passages = new(Math.Max(sources, 1));

    public bool AreKept => false;

    public ValueTask<IDisposable> EnterAsync(CancellationToken cancellation) => _passages.EnterAsync(cancellation);

    public Task<bool> WriteAsync(CancellationToken cancellation) => Task.FromResult(false);
}
