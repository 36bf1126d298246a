namespace ModelExporter.Statistics.Drift;

/// <summary>The value that chance alone exceeds about once in 1000 comparisons of so many values, without any drift.</summary>
public delegate double NoiseFormula(long baselineCount, long currentCount, int groups);
