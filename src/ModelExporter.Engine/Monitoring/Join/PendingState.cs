namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>How far an id has come.</summary>
enum PendingState : uint
{
    /// <summary>A prediction waits for its label.</summary>
    Predicted,

    /// <summary>A label came before its prediction.</summary>
    Labelled,

    /// <summary>The same, of a label that was offered to every model.</summary>
    LabelledUnaddressed,

    /// <summary>Both are there; kept so that a repeated or corrected label is recognised.</summary>
    Joined,
}
