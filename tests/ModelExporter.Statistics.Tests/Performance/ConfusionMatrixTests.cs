using ModelExporter.Statistics.Performance.Classification;

namespace ModelExporter.Statistics.Tests.Performance;

public class ConfusionMatrixTests
{
    [Fact]
    public void Counts_OfAClass_AddUpToAll()
    {
        var matrix = new ConfusionMatrix([30, 5, 2, 4, 40, 6, 1, 9, 25], 3);

        Assert.Equal(122, matrix.Total);
        Assert.Equal(95, matrix.Correct);
        Assert.Equal(6, matrix[1, 2]);
        Assert.Equal(50, matrix.Actual(1));
        Assert.Equal(54, matrix.Predicted(1));
        Assert.Equal(40, matrix.TruePositives(1));
        Assert.Equal(14, matrix.FalsePositives(1));
        Assert.Equal(10, matrix.FalseNegatives(1));
        Assert.Equal(58, matrix.TrueNegatives(1));
    }

    [Fact]
    public void Scores_OfNothing_AreUndefined()
    {
        var matrix = new ConfusionMatrix(new long[4], 2);

        Assert.Equal(double.NaN, Accuracy.Of(matrix));
        Assert.Equal(double.NaN, BalancedAccuracy.Of(matrix));
        Assert.Equal(double.NaN, MatthewsCorrelation.Of(matrix));
        Assert.Equal(double.NaN, CohenKappa.Of(matrix));
        Assert.Equal(double.NaN, Precision.Macro(matrix));
        Assert.Equal(double.NaN, Recall.Of(matrix, 0));
        Assert.Equal(double.NaN, Specificity.Of(matrix, 0));
        Assert.Equal(double.NaN, F1.Of(matrix, 0));
    }

    [Fact]
    public void MatthewsCorrelation_OfBillions_DoesNotOverflow()
    {
        const long Scale = 1_000_000_000;
        var few = new ConfusionMatrix([50, 10, 5, 35], 2);
        var many = new ConfusionMatrix([50 * Scale, 10 * Scale, 5 * Scale, 35 * Scale], 2);

        Assert.Equal(MatthewsCorrelation.Of(few), MatthewsCorrelation.Of(many), 1e-12);
        Assert.Equal(CohenKappa.Of(few), CohenKappa.Of(many), 1e-12);
    }
}
