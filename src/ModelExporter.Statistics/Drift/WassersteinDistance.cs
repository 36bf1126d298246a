namespace ModelExporter.Statistics.Drift;

/// <summary>The Wasserstein-1 (earth mover's) distance of a numeric feature, in standard deviations of the baseline.</summary>
/// <remarks>
/// ∫ |F⁻¹(u) - G⁻¹(u)| du / σ over the piecewise linear quantile functions of the bins (see <see cref="QuantileFunction"/>), exact
/// for these. Of the raw values it is an approximation where they crowd within a wide bin between the ends. NaN when a side is empty,
/// the feature is categorical or the baseline is constant: without a spread there is no unit, and any other choice would depend on the
/// feature's own unit. Sources: L. Vaserstein (1969); C. Villani, Optimal Transport (2009).
/// </remarks>
public static class WassersteinDistance
{
    public static double Of(in DriftSample sample)
    {
        if (!sample.IsNumeric || !(sample.BaselineStandardDeviation > 0))
            return double.NaN;
        var baseline = new QuantileFunction(sample.Baseline);
        var current = new QuantileFunction(sample.Current);
        if (baseline.IsEmpty || current.IsEmpty)
            return double.NaN;

        double moved = 0;
        for (double from = 0; ;)
        {
            double to = Math.Min(baseline.End, current.End);
            moved += (to - from) * MeanDistance(baseline.At(from) - current.At(from), baseline.At(to) - current.At(to));
            if (to >= 1)
                return moved / sample.BaselineStandardDeviation;
            if (baseline.End <= to)
                baseline.Next();
            if (current.End <= to)
                current.Next();
            from = to;
        }
    }

    // The mean of |d| where d goes straight from one value to the other; if it changes its sign, that is two triangles.
    static double MeanDistance(double first, double second)
    {
        double a = Math.Abs(first), b = Math.Abs(second);
        return first < 0 == second < 0 || a + b == 0 ? (a + b) / 2 : (a * a + b * b) / (2 * (a + b));
    }
}
