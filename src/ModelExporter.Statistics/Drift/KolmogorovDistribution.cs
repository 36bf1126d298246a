namespace ModelExporter.Statistics.Drift;

/// <summary>The limit distribution of the Kolmogorov-Smirnov statistic times the root of the sample size.</summary>
/// <remarks>
/// Q(λ) = 2 Σ (-1)^(k-1) exp(-2 k² λ²), or, for small λ where that series hardly converges,
/// 1 - √(2π)/λ Σ exp(-(2k-1)² π² / (8 λ²)). Where they meet, each needs three terms for full precision.
/// Source: W. Press and others, Numerical Recipes, 3rd edition (2007), §6.14.12.
/// </remarks>
static class KolmogorovDistribution
{
    const double Meeting = 1.18;

    public static double Survival(double lambda)
    {
        if (lambda <= 0)
            return 1;
        if (lambda < Meeting)
        {
            double y = Math.Exp(-Math.PI * Math.PI / (8 * lambda * lambda));
            return 1 - Math.Sqrt(2 * Math.PI) / lambda * (y + Math.Pow(y, 9) + Math.Pow(y, 25));
        }
        double x = Math.Exp(-2 * lambda * lambda);
        return 2 * (x - Math.Pow(x, 4) + Math.Pow(x, 9));
    }
}
