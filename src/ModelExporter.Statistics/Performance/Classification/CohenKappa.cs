namespace ModelExporter.Statistics.Performance.Classification;

/// <summary>Cohen's kappa: the agreement of actual and predicted class beyond that of chance, at most 1.</summary>
/// <remarks>
/// (o - e) / (1 - e) with o the accuracy and e = Σ actual · predicted / total², unweighted. NaN when nothing is counted or one class is
/// all that occurred and was predicted. Source: J. Cohen, A Coefficient of Agreement for Nominal Scales (1960).
/// </remarks>
public static class CohenKappa
{
    public static double Of(in ConfusionMatrix matrix)
    {
        Int128 total = matrix.Total;
        Int128 byChance = 0;
        for (int label = 0; label < matrix.Classes; label++)
            byChance += (Int128)matrix.Actual(label) * matrix.Predicted(label);
        return Ratio.Of((double)(matrix.Correct * total - byChance), (double)(total * total - byChance));
    }
}
