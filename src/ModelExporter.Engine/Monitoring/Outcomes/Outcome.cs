namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>A joined pair: what was predicted and what came true. The one place that every pair passes.</summary>
readonly ref struct Outcome
{
    public int PredictedClass { get; init; }

    public int ActualClass { get; init; }

    /// <summary>Binary: the probability of the positive class; NaN = none.</summary>
    public float Score { get; init; }

    /// <summary>Multiclass: the probability of each class; empty = none.</summary>
    public ReadOnlySpan<Half> Scores { get; init; }

    /// <summary>Regression: the predicted value.</summary>
    public double PredictedValue { get; init; }

    /// <summary>Regression: the true value.</summary>
    public double ActualValue { get; init; }
}
