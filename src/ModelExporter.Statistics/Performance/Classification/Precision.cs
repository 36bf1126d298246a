namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>The share of a class's predictions that are right.</summary>
/// <remarks>TP / (TP + FP). NaN when the class was never predicted.</remarks>
public static class Precision
{
    public static double Of(in ConfusionMatrix matrix, int positive) =>
        Ratio.Of(matrix.TruePositives(positive), matrix.Predicted(positive));

    /// <summary>The mean over the classes that occur as actual or predicted; an undefined one counts 0.</summary>
    public static double Macro(in ConfusionMatrix matrix) => MacroAverage.Of(matrix, Of);
}
