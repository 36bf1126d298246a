namespace ModelExporter.Sources;

/// <summary>Something that records come from, until it is told to stop.</summary>
public interface ISource
{
    string Name { get; }

    SourceCounters Counters { get; }

    /// <summary>How far it has come. Asked for outside its passages: see <see cref="ICheckpoints.EnterAsync"/>.</summary>
    SourcePositions Positions { get; }

    /// <summary>A checkpoint with these positions is safe on disk: nobody will ask for what lies before them again.</summary>
    void Kept(SourcePositions positions);

    /// <summary>Runs until cancelled. It copes with what can go wrong outside; what it throws is a fault in the program.</summary>
    Task RunAsync(CancellationToken cancellation);
}
