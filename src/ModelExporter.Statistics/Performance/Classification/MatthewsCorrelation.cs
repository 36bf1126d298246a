namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>The Matthews correlation coefficient of actual and predicted class, from -1 to 1.</summary>
/// <remarks>
/// (c s - Σ t p) / √((s² - Σ p²)(s² - Σ t²)) with s all, c correct, t actual and p predicted per class; with two classes the
/// usual φ. Source: J. Gorodkin, Comparing two K-category assignments (2004). NaN when only one class occurred or only one was
/// predicted (scikit-learn says 0 there).
/// </remarks>
public static class MatthewsCorrelation
{
    public static double Of(in ConfusionMatrix matrix)
    {
        // In whole numbers: whether the denominator is zero must not hang on rounding.
        Int128 total = matrix.Total;
        Int128 covariance = matrix.Correct * total, predicted = total * total, actual = total * total;
        for (int label = 0; label < matrix.Classes; label++)
        {
            Int128 t = matrix.Actual(label), p = matrix.Predicted(label);
            covariance -= t * p;
            predicted -= p * p;
            actual -= t * t;
        }
        return Ratio.Of((double)covariance, Math.Sqrt((double)predicted) * Math.Sqrt((double)actual));
    }
}
