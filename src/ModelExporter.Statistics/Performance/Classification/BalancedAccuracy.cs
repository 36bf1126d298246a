namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>The mean recall of the classes that occur, so that a frequent class does not hide a rare one.</summary>
/// <remarks>
/// Mean over classes with actual > 0 of TP / actual, not adjusted for chance. NaN when nothing is counted.
/// Source: K. Brodersen and others, The Balanced Accuracy and Its Posterior Distribution (2010).
/// </remarks>
public static class BalancedAccuracy
{
    public static double Of(in ConfusionMatrix matrix)
    {
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < matrix.Classes; label++)
        {
            double recall = Recall.Of(matrix, label);
            if (double.IsNaN(recall))
                continue;
            sum += recall;
            classes++;
        }
        return Ratio.Of(sum, classes);
    }
}
