using ModelExporter.Statistics.Histograms;
using ModelExporter.Statistics.Performance.Scores;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>Several classes, the last of them all the others: confusion matrix, scores of each class against the rest, calibration of the top score.</summary>
sealed class MulticlassLayout(int classes) : OutcomeLayout
{
    public const int Confusion = Labels + 1;

    public const int CalibrationScores = 0;
    public const int LogLossSum = CalibrationBins.Count;
    public const int BrierSum = LogLossSum + 1;

    public static ScoreGrid Grid => ScoreGrid.Coarse;

    public int Classes => classes;

    public int Scored => Confusion + classes * classes;

    /// <summary>By the bin of the highest score: labels, and labels that the highest score got right.</summary>
    public int CalibrationLabels => Scored + 1;

    public int CalibrationCorrect => CalibrationLabels + CalibrationBins.Count;

    int Scores => CalibrationCorrect + CalibrationBins.Count;

    public override int Counts => Scores + classes * 2 * Grid.Bins;

    public override int Sums => BrierSum + 1;

    public override (int Cells, int Terms) Width => (5 + classes, 3);

    /// <summary>First cell of the scores for a class, of those that are of it or of the rest.</summary>
    public int ScoresOf(int @class, bool positive) => Scores + (@class * 2 + (positive ? 1 : 0)) * Grid.Bins;

    public override void Write(in Outcome outcome, IncrementBuffer buffer)
    {
        buffer.Count(Labels);
        buffer.Count(Confusion + outcome.ActualClass * classes + outcome.PredictedClass);
        if (outcome.Scores.IsEmpty || float.IsNaN(ScoreCode.Decode(outcome.Scores[0]))) return;
        int top = 0;
        float topScore = -1;
        double actualScore = 0;
        double brier = 0;
        for (int c = 0; c < classes; c++)
        {
            float score = ScoreCode.Decode(outcome.Scores[c]);
            bool isActual = c == outcome.ActualClass;
            buffer.Count(ScoresOf(c, isActual) + Grid.Find(score));
            if (isActual) actualScore = score;
            brier += BrierScore.Term(score, isActual);
            if (score > topScore) (top, topScore) = (c, score);
        }
        int bin = CalibrationBins.Find(topScore);
        buffer.Count(Scored);
        buffer.Count(CalibrationLabels + bin);
        if (top == outcome.ActualClass) buffer.Count(CalibrationCorrect + bin);
        buffer.Sum(CalibrationScores + bin, topScore);
        buffer.Sum(LogLossSum, LogLoss.Term(actualScore));
        buffer.Sum(BrierSum, brier);
    }
}
