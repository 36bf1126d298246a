using ModelExporter.Engine.Records;

namespace ModelExporter.Sources;

/// <summary>Where sources hand over their batches: one inlet a model.</summary>
public interface IModelInlets
{
    /// <summary>A router for a source: it knows the models and the features they watch.</summary>
    RecordRouter NewRouter(string? defaultModel);

    /// <summary>Whether an inlet is full, so that a batch would have to wait.</summary>
    bool IsFull { get; }

    /// <summary>Hands over what the router has gathered; waits while an inlet is full, which is the back-pressure.</summary>
    ValueTask TakeAsync(RecordRouter router, CancellationToken cancellation);
}
