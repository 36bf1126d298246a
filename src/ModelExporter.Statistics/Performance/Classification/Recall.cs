namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>The share of a class's members that were predicted as such.</summary>
/// <remarks>TP / (TP + FN). NaN when the class never occurred.</remarks>
public static class Recall
{
    public static double Of(in ConfusionMatrix matrix, int positive) =>
        Ratio.Of(matrix.TruePositives(positive), matrix.Actual(positive));

    /// <summary>The mean over the classes that occur as actual or predicted; an undefined one counts 0.</summary>
    public static double Macro(in ConfusionMatrix matrix) => MacroAverage.Of(matrix, Of);
}
