namespace ModelExporter.Engine.Config;

/// <summary>How ground truth is joined.</summary>
public sealed record LabelConfig
{
    /// <summary>How long a prediction waits for its label, and a label for its prediction. Default 7 days; 1 minute to 4,000 days.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How many predictions and labels the join remembers; the oldest go first. Default 2,000,000; 1,000 to 500,000,000.</summary>
    public int MaxPending { get; init; } = 2_000_000;
}
