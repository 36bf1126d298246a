using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Engine.Monitoring;

/// <summary>A row's prediction as its model's task reads it.</summary>
readonly ref struct Prediction
{
    /// <summary>What was predicted, or <see cref="ClassMap.Invalid"/>.</summary>
    public int Class { get; init; }

    /// <summary>Binary: probability of the positive class; multiclass: of the predicted one. NaN = none.</summary>
    public double Score { get; init; }

    /// <summary>Regression: the value; NaN = none.</summary>
    public double Value { get; init; }

    /// <summary>Whether there is an answer that a label can be compared with.</summary>
    public bool CanBeJudged => Class >= 0 || !double.IsNaN(Value);
}
