namespace ModelExporter.Engine.Status;

/// <summary>How the join of labels to predictions goes, since the start.</summary>
public sealed record JoinStatus
{
    public required int PredictionsPending { get; init; }

    public required int LabelsPending { get; init; }

    /// <summary>Most predictions and labels that are remembered.</summary>
    public required int Limit { get; init; }

    public required long Labels { get; init; }

    public required long PredictionsExpired { get; init; }

    public required long PredictionsEvicted { get; init; }

    /// <summary>Labels that were not joined, by reason; reasons without any are left out.</summary>
    public required IReadOnlyDictionary<string, long> Dropped { get; init; }
}
