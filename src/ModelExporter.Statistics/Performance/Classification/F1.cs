namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>The harmonic mean of precision and recall of a class.</summary>
/// <remarks>
/// 2 TP / (2 TP + FP + FN), which is also defined (0) when one of the two is not. NaN when the class neither occurred nor
/// was predicted. Source: C. van Rijsbergen, Information Retrieval (1979).
/// </remarks>
public static class F1
{
    public static double Of(in ConfusionMatrix matrix, int positive) =>
        Ratio.Of(2 * matrix.TruePositives(positive), matrix.Actual(positive) + matrix.Predicted(positive));

    /// <summary>The mean over the classes that occur as actual or predicted (the mean of F1s, not the F1 of means).</summary>
    public static double Macro(in ConfusionMatrix matrix) => MacroAverage.Of(matrix, Of);
}
