using ModelExporter.Statistics.Performance.Classification;
using ModelExporter.Statistics.Tests.Golden;

namespace ModelExporter.Statistics.Tests.Performance;

public class ClassificationGoldenTests
{
    public static TheoryData<string> Matrices => GoldenFile.Names("classification");

    [Theory]
    [MemberData(nameof(Matrices))]
    public void Scores_OfAMatrix_AreThoseOfScikitLearn(string name)
    {
        var golden = GoldenFile.Case("classification", name);
        var matrix = new ConfusionMatrix(golden.Counts("cells"), (int)golden.Count("classes"));

        Assert.Equal(golden.Number("accuracy"), Accuracy.Of(matrix), 1e-12);
        Assert.Equal(golden.Number("balancedAccuracy"), BalancedAccuracy.Of(matrix), 1e-12);
        Assert.Equal(golden.Number("mcc"), MatthewsCorrelation.Of(matrix), 1e-12);
        Assert.Equal(golden.Number("kappa"), CohenKappa.Of(matrix), 1e-12);
        Assert.Equal(golden.Number("macroPrecision"), Precision.Macro(matrix), 1e-12);
        Assert.Equal(golden.Number("macroRecall"), Recall.Macro(matrix), 1e-12);
        Assert.Equal(golden.Number("macroF1"), F1.Macro(matrix), 1e-12);
        Assert.Equal(golden.Number("macroSpecificity"), Specificity.Macro(matrix), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Matrices))]
    public void Scores_OfAClass_AreThoseOfScikitLearn(string name)
    {
        var golden = GoldenFile.Case("classification", name);
        var matrix = new ConfusionMatrix(golden.Counts("cells"), (int)golden.Count("classes"));

        for (int label = 0; label < matrix.Classes; label++)
        {
            Assert.Equal(golden.Numbers("precision")[label], Precision.Of(matrix, label), 1e-12);
            Assert.Equal(golden.Numbers("recall")[label], Recall.Of(matrix, label), 1e-12);
            Assert.Equal(golden.Numbers("specificity")[label], Specificity.Of(matrix, label), 1e-12);
            Assert.Equal(golden.Numbers("f1")[label], F1.Of(matrix, label), 1e-12);
        }
    }
}
