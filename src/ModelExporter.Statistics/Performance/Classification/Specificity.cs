namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>The share of those outside a class that were not predicted to be in it.</summary>
/// <remarks>TN / (TN + FP). NaN when everything is of the class.</remarks>
public static class Specificity
{
    public static double Of(in ConfusionMatrix matrix, int positive)
    {
        long negatives = matrix.TrueNegatives(positive);
        return Ratio.Of(negatives, negatives + matrix.FalsePositives(positive));
    }

    /// <summary>The mean over the classes that occur as actual or predicted; an undefined one counts 0.</summary>
    public static double Macro(in ConfusionMatrix matrix) => MacroAverage.Of(matrix, Of);
}
