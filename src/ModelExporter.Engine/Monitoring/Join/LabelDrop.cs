namespace ModelExporter.Engine.Monitoring.Join;

/// <summary>Why a label was not joined.</summary>
public enum LabelDrop
{
    /// <summary>No prediction with its id came within the horizon.</summary>
    UnknownId,

    /// <summary>Its prediction is older than the horizon.</summary>
    TooLate,

    /// <summary>The same label was joined before.</summary>
    Repeated,

    /// <summary>It cannot be an answer (no number for a regression, or null), or its prediction in the same record has none.</summary>
    Invalid,

    /// <summary>It waited for its prediction and had to make room.</summary>
    Evicted,

    /// <summary>It named no model, was offered to all, and this one has no prediction with its id.</summary>
    Unclaimed,
}
