namespace ModelExporter.Sources;

/// <summary>What a source knows of checkpoints: when one may look at it, and how to ask for one.</summary>
public interface ICheckpoints
{
    /// <summary>Whether state is kept over a restart.</summary>
    bool AreKept { get; }

    /// <summary>
    /// Enters a passage, to be disposed soon: what a source hands to the inlets in it, what it counts and the position behind are together in a
    /// checkpoint, or are not in it at all. No source waits for input in one.
    /// </summary>
    ValueTask<IDisposable> EnterAsync(CancellationToken cancellation);

    /// <summary>Writes a checkpoint now, for a source that is about to give something up. Not to be called inside a passage.</summary>
    /// <returns>Whether all that was handed over before is safe on disk.</returns>
    Task<bool> WriteAsync(CancellationToken cancellation);
}
