using ModelExporter.Statistics.Histograms;
using ModelExporter.Statistics.Performance.Scores;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>Two classes and all the others: confusion matrix, scores by what came true, calibration bins.</summary>
sealed class BinaryLayout : OutcomeLayout
{
    public const int Negative = 0;
    public const int Positive = 1;
    public const int Other = 2;
    public const int Classes = 3;

    public const int Confusion = Labels + 1;
    public const int Scored = Confusion + Classes * Classes;
    public const int CalibrationLabels = Scored + 1;
    public const int CalibrationPositives = CalibrationLabels + CalibrationBins.Count;
    public const int Scores = CalibrationPositives + CalibrationBins.Count;

    public const int CalibrationScores = 0;
    public const int LogLossSum = CalibrationBins.Count;
    public const int BrierSum = LogLossSum + 1;

    public static ScoreGrid Grid => ScoreGrid.Fine;

    public override int Counts => Scores + 2 * Grid.Bins;

    public override int Sums => BrierSum + 1;

    public override (int Cells, int Terms) Width => (6, 3);

    /// <summary>First cell of the scores of those that came true, or of the others.</summary>
    public static int ScoresOf(bool positive) => Scores + (positive ? Grid.Bins : 0);

    public override void Write(in Outcome outcome, IncrementBuffer buffer)
    {
        buffer.Count(Labels);
        buffer.Count(Confusion + outcome.ActualClass * Classes + outcome.PredictedClass);
        float score = outcome.Score;
        if (float.IsNaN(score)) return;
        bool positive = outcome.ActualClass == Positive;
        int bin = CalibrationBins.Find(score);
        buffer.Count(Scored);
        buffer.Count(ScoresOf(positive) + Grid.Find(score));
        buffer.Count(CalibrationLabels + bin);
        if (positive) buffer.Count(CalibrationPositives + bin);
        buffer.Sum(CalibrationScores + bin, score);
        buffer.Sum(LogLossSum, LogLoss.Term(positive ? score : 1 - (double)score));
        buffer.Sum(BrierSum, BrierScore.Term(score, positive));
    }
}
