namespace ModelExporter.Engine.Status;

/// <summary>Whether a figure lies off its baseline by more than chance does once in a thousand looks.</summary>
static class Evidence
{
    // Quantiles of the normal distribution: of a 95 % interval, and of 99.9 %, both two-sided.
    const double Z95 = 1.959963984540054;
    const double Z999 = 3.290526731491894;

    /// <summary>
    /// z = |value - baseline| / √(s² + s² n / m) with s from the side of the 95 % interval that the baseline lies on, n labels of the window and m of the
    /// baseline (none = it is exact). False for a figure without an interval: of it nobody knows what chance does.
    /// </summary>
    public static bool Of(double value, double lower, double upper, long labels, double baseline, long baselineLabels)
    {
        double side = (baseline > value ? upper - value : value - lower) / Z95;
        double own = baselineLabels == 0 ? 0 : (double)labels / baselineLabels;
        return Math.Abs(value - baseline) / (side * Math.Sqrt(1 + own)) > Z999;
    }
}
