using ModelExporter.Statistics.Histograms;
using ModelExporter.Statistics.Performance.Regression;
using ModelExporter.Statistics.Tests.Golden;

namespace ModelExporter.Statistics.Tests.Performance;

public class RegressionGoldenTests
{
    public static TheoryData<string> Samples => GoldenFile.Names("regression");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Errors_OfPredictions_AreThoseOfScikitLearn(string name)
    {
        var golden = GoldenFile.Case("regression", name);
        double[] labels = golden.Numbers("labels");
        double[] errors = [.. golden.Numbers("predictions").Zip(labels, (prediction, label) => prediction - label)];
        double[] relative = [.. errors.Zip(labels).Where(row => row.Second != 0).Select(row => Math.Abs(row.First / row.Second))];
        long[] magnitudes = new long[MagnitudeGrid.Bins];
        foreach (double error in errors)
            magnitudes[MagnitudeGrid.Find(error)]++;

        Close(golden.Number("meanAbsoluteError"), MeanAbsoluteError.Of(errors.Sum(Math.Abs), errors.Length));
        Close(golden.Number("rootMeanSquaredError"), RootMeanSquaredError.Of(errors.Sum(e => e * e), errors.Length));
        Close(golden.Number("meanError"), MeanError.Of(errors.Sum(), errors.Length));
        Close(golden.Number("meanAbsolutePercentageError"), MeanAbsolutePercentageError.Of(relative.Sum(), relative.Length));
        Close(golden.Number("rSquared"), RSquared.Of(errors.Sum(e => e * e), labels.Sum(), labels.Sum(y => y * y), labels.Length));
        double median = golden.Number("medianAbsoluteError");
        Assert.Equal(median, MedianAbsoluteError.Of(magnitudes), 0.02 * median);
    }

    [Fact]
    public void Errors_OfNothing_AreUndefined()
    {
        Assert.Equal(double.NaN, MeanAbsoluteError.Of(0, 0));
        Assert.Equal(double.NaN, RootMeanSquaredError.Of(0, 0));
        Assert.Equal(double.NaN, MeanError.Of(0, 0));
        Assert.Equal(double.NaN, MeanAbsolutePercentageError.Of(0, 0));
        Assert.Equal(double.NaN, MedianAbsoluteError.Of(new long[MagnitudeGrid.Bins]));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(-123456.789)]
    public void RSquared_OfConstantLabels_IsUndefined(double label)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < 1000; i++)
        {
            sum += label;
            squares += label * label;
        }

        Assert.Equal(double.NaN, RSquared.Of(1, sum, squares, 1000));
    }

    [Fact]
    public void RSquared_OfOneLabel_IsUndefined() => Assert.Equal(double.NaN, RSquared.Of(0, 3, 10, 1));

    static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-6 * Math.Abs(expected));
}
