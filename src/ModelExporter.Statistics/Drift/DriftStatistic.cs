namespace ModelExporter.Statistics.Drift;

/// <summary>A way to measure how far a feature has moved from its baseline: one row of <see cref="DriftStatistics.All"/>.</summary>
/// <param name="Key">The name in the configuration, such as <c>psi</c>.</param>
/// <param name="Title">The name for people.</param>
/// <param name="DefaultThreshold">The size of an effect that is worth a look when nobody said otherwise.</param>
/// <param name="Of">The formula.</param>
/// <param name="NoiseFloor">What chance alone exceeds once in 1000: a value below it says nothing, whatever the threshold.</param>
public sealed record DriftStatistic(string Key, string Title, double DefaultThreshold, DriftFormula Of, NoiseFormula NoiseFloor)
{
    /// <summary>Whether it is defined for numeric features alone.</summary>
    public bool IsNumericOnly { get; init; }
}
