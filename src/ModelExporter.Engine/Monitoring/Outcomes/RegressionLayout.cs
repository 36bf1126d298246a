using ModelExporter.Statistics.Histograms;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>A number: sums of errors, and a histogram of their size.</summary>
sealed class RegressionLayout : OutcomeLayout
{
    /// <summary>Labels that are not zero: those that have a relative error.</summary>
    public const int NonZeroLabels = Labels + 1;
    public const int Magnitudes = NonZeroLabels + 1;

    /// <summary>Sum of prediction minus label where that is positive.</summary>
    public const int Over = 0;

    /// <summary>Sum of label minus prediction where that is positive.</summary>
    public const int Under = 1;
    public const int Squares = 2;
    public const int Relative = 3;
    public const int LabelSum = 4;
    public const int LabelSquares = 5;

    public override int Counts => Magnitudes + MagnitudeGrid.Bins;

    public override int Sums => LabelSquares + 1;

    public override (int Cells, int Terms) Width => (3, 5);

    public override void Write(in Outcome outcome, IncrementBuffer buffer)
    {
        double label = outcome.ActualValue;
        double error = outcome.PredictedValue - label;
        double magnitude = Math.Abs(error);
        buffer.Count(Labels);
        buffer.Count(Magnitudes + MagnitudeGrid.Find(magnitude));
        buffer.Sum(error > 0 ? Over : Under, magnitude);
        buffer.Sum(Squares, error * error);
        buffer.Sum(LabelSum, label);
        buffer.Sum(LabelSquares, label * label);
        if (label == 0) return;
        buffer.Count(NonZeroLabels);
        buffer.Sum(Relative, magnitude / Math.Abs(label));
    }
}
