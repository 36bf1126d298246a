namespace ModelExporter.Sources;

/// <summary>Something that records come from, until it is told to stop.</summary>
public interface ISource
{
    string Name { get; }

    SourceCounters Counters { get; }

    /// <summary>Runs until cancelled. It copes with what can go wrong outside; what it throws is a fault in the program.</summary>
    Task RunAsync(CancellationToken cancellation);
}
