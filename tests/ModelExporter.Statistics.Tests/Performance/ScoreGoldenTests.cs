using ModelExporter.Statistics.Histograms;
using ModelExporter.Statistics.Performance.Scores;
using ModelExporter.Statistics.Tests.Golden;

namespace ModelExporter.Statistics.Tests.Performance;

public class ScoreGoldenTests
{
    public static TheoryData<string> Samples => GoldenFile.Names("scores");
    public static TheoryData<string> Binned => GoldenFile.Names("binned-scores");

    [Theory]
    [MemberData(nameof(Samples))]
    public void RocAucAndAveragePrecision_OverTheGrids_AreThoseOfTheScores(string name)
    {
        var golden = GoldenFile.Case("scores", name);
        var sample = ScoreRecipe.Sample(golden.GetProperty("recipe"));
        Assert.Equal(golden.Count("positives"), sample.Count(row => row.Positive));

        foreach (var grid in new[] { ScoreGrid.Fine, ScoreGrid.Coarse })
        {
            long[] positives = new long[grid.Bins], negatives = new long[grid.Bins];
            foreach (var (positive, score) in sample)
                (positive ? positives : negatives)[grid.Find(score)]++;

            Assert.Equal(golden.Number("rocAuc"), RocAuc.Of(positives, negatives), 0.001);
            double most = golden.Number("averagePrecision") + 0.0001, allowed = 0.002 * (1 << 5 - grid.MantissaBits);
            Assert.InRange(AveragePrecision.Of(positives, negatives), most - allowed, most);
        }
    }

    [Theory]
    [MemberData(nameof(Binned))]
    public void RocAucAndAveragePrecision_OfBins_AreExact(string name)
    {
        var golden = GoldenFile.Case("binned-scores", name);
        long[] positives = golden.Counts("positives"), negatives = golden.Counts("negatives");

        Assert.Equal(golden.Number("rocAuc"), RocAuc.Of(positives, negatives), 1e-12);
        Assert.Equal(golden.Number("averagePrecision"), AveragePrecision.Of(positives, negatives), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void LossesAndCalibration_OfScores_AreThoseOfScikitLearn(string name)
    {
        var golden = GoldenFile.Case("scores", name);
        var sample = ScoreRecipe.Sample(golden.GetProperty("recipe"));
        double logLoss = 0, brier = 0;
        long[] labels = new long[CalibrationBins.Count], positives = new long[CalibrationBins.Count];
        double[] scoreSums = new double[CalibrationBins.Count];
        foreach (var (positive, score) in sample)
        {
            logLoss += LogLoss.Term(positive ? score : 1.0 - score);
            brier += BrierScore.Term(score, positive);
            int bin = CalibrationBins.Find(score);
            labels[bin]++;
            positives[bin] += positive ? 1 : 0;
            scoreSums[bin] += score;
        }

        Assert.Equal(golden.Number("logLoss"), LogLoss.Of(logLoss, sample.Length), 1e-6);
        Assert.Equal(golden.Number("brier"), BrierScore.Of(brier, sample.Length), 1e-9);
        Assert.Equal(golden.Number("calibrationError"), CalibrationError.Of(labels, positives, scoreSums), 1e-9);
    }

    [Fact]
    public void Scores_OfOneClassOrNone_AreUndefined()
    {
        long[] some = [3, 4], none = [0, 0];

        Assert.Equal(double.NaN, RocAuc.Of(some, none));
        Assert.Equal(double.NaN, RocAuc.Of(none, some));
        Assert.Equal(double.NaN, AveragePrecision.Of(none, some));
        Assert.Equal(1, AveragePrecision.Of(some, none));
        Assert.Equal(double.NaN, CalibrationError.Of(none, none, [0, 0]));
        Assert.Equal(double.NaN, LogLoss.Of(0, 0));
        Assert.Equal(double.NaN, BrierScore.Of(0, 0));
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.09999f, 0)]
    [InlineData(0.1f, 1)]
    [InlineData(0.3f, 3)]
    [InlineData(0.7f, 7)]
    [InlineData(0.99999f, 9)]
    [InlineData(1f, 9)]
    [InlineData(-1f, 0)]
    [InlineData(7f, 9)]
    public void CalibrationBins_OfAScore_AreTenEqualOnes(float score, int bin) => Assert.Equal(bin, CalibrationBins.Find(score));

    [Fact]
    public void LogLoss_OfACertainMistake_IsFinite()
    {
        Assert.Equal(-Math.Log(1e-15), LogLoss.Term(0), 1e-9);
        Assert.Equal(0, LogLoss.Term(1), 1e-14);
    }
}
