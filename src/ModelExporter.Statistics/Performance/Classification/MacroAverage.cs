namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>The unweighted mean of a score over the classes that occur as actual or predicted.</summary>
/// <remarks>An undefined score counts as 0, as in scikit-learn with <c>zero_division=0</c>. NaN when nothing is counted.</remarks>
static class MacroAverage
{
    public static double Of(in ConfusionMatrix matrix, ClassScore score)
    {
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < matrix.Classes; label++)
        {
            if (matrix.Actual(label) + matrix.Predicted(label) == 0)
                continue;
            double value = score(matrix, label);
            sum += double.IsNaN(value) ? 0 : value;
            classes++;
        }
        return Ratio.Of(sum, classes);
    }
}
