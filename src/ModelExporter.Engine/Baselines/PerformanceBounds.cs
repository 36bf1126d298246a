namespace ModelExporter.Engine.Baselines;

/// <summary>The 95 % interval of a figure of performance.</summary>
public readonly record struct PerformanceBounds(double Lower, double Upper);
