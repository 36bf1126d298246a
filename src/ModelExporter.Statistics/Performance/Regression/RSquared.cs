namespace ModelExporter.Statistics.Performance.Regression;

/// <summary>The coefficient of determination: the share of the labels' variance that the predictions explain, at most 1.</summary>
/// <remarks>
/// 1 - Σ (prediction - label)² / (Σ label² - (Σ label)² / n). NaN when n &lt; 2 or the labels are constant, which sums of squares can tell
/// only up to rounding: labels that spread over less than a millionth of their size count as constant.
/// </remarks>
public static class RSquared
{
    const double Rounding = 1e-12;

    public static double Of(double sumSquaredErrors, double sumLabels, double sumSquaredLabels, long n)
    {
        if (n < 2)
            return double.NaN;
        double total = sumSquaredLabels - sumLabels * sumLabels / n;
        return total <= Rounding * sumSquaredLabels ? double.NaN : 1 - sumSquaredErrors / total;
    }
}
