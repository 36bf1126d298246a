using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Performance.Classification;
using ModelExporter.Statistics.Performance.Intervals;
using ModelExporter.Statistics.Performance.Regression;
using ModelExporter.Statistics.Performance.Scores;
using static ModelExporter.Engine.Monitoring.Outcomes.BinaryLayout;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>Every figure of performance, in the order a reader wants. A new one is a formula in Statistics and a row here.</summary>
static class PerformanceMetrics
{
    public static IReadOnlyList<PerformanceMetric> All { get; } =
    [
        new("accuracy", "ratio", "Share of labels that the prediction got right", Direction.Higher, Tasks.Classification, w => Accuracy.Of(w.Confusion))
        {
            Bounds = w => WilsonInterval.Of(w.Confusion.Correct, w.Confusion.Total),
        },
        new("balanced_accuracy", "ratio", "Mean recall over the classes that came true", Direction.Higher, Tasks.Classification, w => BalancedAccuracy.Of(w.Confusion)),
        new("precision", "ratio", "Precision of the positive class; multiclass: macro average, undefined counting 0", Direction.Higher, Tasks.Classification,
            w => w.Binary is not null ? Precision.Of(w.Confusion, Positive) : Precision.Macro(w.Confusion))
        {
            Bounds = w => BinaryBounds(w, w.Confusion.Predicted(Positive)),
            ReadClass = (w, c) => Precision.Of(w.Confusion, c),
        },
        new("recall", "ratio", "Recall (true positive rate) of the positive class; multiclass: macro average", Direction.Higher, Tasks.Classification,
            w => w.Binary is not null ? Recall.Of(w.Confusion, Positive) : Recall.Macro(w.Confusion))
        {
            Bounds = w => BinaryBounds(w, w.Confusion.Actual(Positive)),
            ReadClass = (w, c) => Recall.Of(w.Confusion, c),
        },
        new("specificity", "ratio", "Specificity (true negative rate); multiclass: macro average of one class against the rest", Direction.Higher, Tasks.Classification,
            w => w.Binary is not null ? Specificity.Of(w.Confusion, Positive) : Specificity.Macro(w.Confusion))
        {
            ReadClass = (w, c) => Specificity.Of(w.Confusion, c),
        },
        new("f1", "ratio", "F1 of the positive class, the harmonic mean of precision and recall; multiclass: macro average", Direction.Higher, Tasks.Classification,
            w => w.Binary is not null ? F1.Of(w.Confusion, Positive) : F1.Macro(w.Confusion))
        {
            ReadClass = (w, c) => F1.Of(w.Confusion, c),
        },
        new("mcc", "", "Matthews correlation coefficient, -1 to 1", Direction.Higher, Tasks.Classification, w => MatthewsCorrelation.Of(w.Confusion)) { Title = "Matthews correlation" },
        new("cohen_kappa", "", "Cohen's kappa, agreement beyond chance, -1 to 1", Direction.Higher, Tasks.Classification, w => CohenKappa.Of(w.Confusion)) { Title = "Cohen's kappa" },
        new("roc_auc", "ratio", "Area under the ROC curve, ties counting one half; multiclass: macro average of one class against the rest", Direction.Higher, Tasks.Classification,
            w => OverClasses(w, (positives, negatives) => RocAuc.Of(positives, negatives)))
        {
            Title = "ROC AUC",
            ReadClass = (w, c) => RocAuc.Of(w.Scores(c, true), w.Scores(c, false)),
        },
        new("average_precision", "ratio", "Average precision, the step-wise area under precision over recall; multiclass: macro average", Direction.Higher, Tasks.Classification,
            w => OverClasses(w, (positives, negatives) => AveragePrecision.Of(positives, negatives)))
        {
            ReadClass = (w, c) => AveragePrecision.Of(w.Scores(c, true), w.Scores(c, false)),
        },
        new("log_loss", "", "Mean log loss of the scores, natural logarithm", Direction.Lower, Tasks.Classification, w => MeanOfScored(w, LogLossSum)),
        new("brier_score", "", "Mean squared distance of the scores from what came true, 0 to 1; multiclass: summed over classes, 0 to 2", Direction.Lower, Tasks.Classification, w => MeanOfScored(w, BrierSum)),
        new("calibration_error", "ratio", "Expected calibration error in ten equal bins of the score; multiclass: of the highest score", Direction.Lower, Tasks.Classification, Calibration),

        new("mean_absolute_error", "", "Mean absolute error, in units of the label", Direction.Lower, Tasks.Regression,
            w => MeanAbsoluteError.Of(w.Sum(RegressionLayout.Over) + w.Sum(RegressionLayout.Under), w.Labels))
        {
            Bounds = w => MeanAbsoluteError.Interval(w.Sum(RegressionLayout.Over) + w.Sum(RegressionLayout.Under), w.Sum(RegressionLayout.Squares), w.Labels),
        },
        new("root_mean_squared_error", "", "Root mean squared error, in units of the label", Direction.Lower, Tasks.Regression,
            w => RootMeanSquaredError.Of(w.Sum(RegressionLayout.Squares), w.Labels)),
        new("mean_error", "", "Mean of prediction minus label, in units of the label: above 0 the model predicts too much", Direction.None, Tasks.Regression,
            w => MeanError.Of(w.Sum(RegressionLayout.Over) - w.Sum(RegressionLayout.Under), w.Labels)),
        new("median_absolute_error", "", "Median absolute error, in units of the label, to 2 percent of itself", Direction.Lower, Tasks.Regression,
            w => MedianAbsoluteError.Of(w.Counts(RegressionLayout.Magnitudes, Statistics.Histograms.MagnitudeGrid.Bins))),
        new("mean_absolute_percentage_error", "ratio", "Mean absolute error relative to the label, of labels that are not 0", Direction.Lower, Tasks.Regression,
            w => MeanAbsolutePercentageError.Of(w.Sum(RegressionLayout.Relative), w.Count(RegressionLayout.NonZeroLabels))),
        new("r2", "", "Coefficient of determination: 1 is perfect, 0 is as good as the mean label", Direction.Higher, Tasks.Regression,
            w => RSquared.Of(w.Sum(RegressionLayout.Squares), w.Sum(RegressionLayout.LabelSum), w.Sum(RegressionLayout.LabelSquares), w.Labels)) { Title = "R²" },
    ];

    public static IEnumerable<PerformanceMetric> For(TaskKind task) => All.Where(m => m.Tasks.Covers(task));

    static (double, double) BinaryBounds(OutcomeWindow w, long of) =>
        w.Binary is null ? (double.NaN, double.NaN) : WilsonInterval.Of(w.Confusion[Positive, Positive], of);

    static double MeanOfScored(OutcomeWindow w, int sum)
    {
        long scored = w.Count(w.Multiclass?.Scored ?? BinaryLayout.Scored);
        return scored == 0 ? double.NaN : w.Sum(sum) / scored;
    }

    static double Calibration(OutcomeWindow w)
    {
        var (labels, right) = w.Multiclass is { } m ? (m.CalibrationLabels, m.CalibrationCorrect) : (CalibrationLabels, CalibrationPositives);
        return CalibrationError.Of(
            w.Counts(labels, CalibrationBins.Count), w.Counts(right, CalibrationBins.Count), w.SumsOf(CalibrationScores, CalibrationBins.Count));
    }

    /// <summary>Binary: of the positive class. Multiclass: the mean over the classes for which it is defined.</summary>
    static double OverClasses(OutcomeWindow w, Func<long[], long[], double> formula)
    {
        if (w.Binary is not null) return formula(w.Scores(Positive, true).ToArray(), w.Scores(Positive, false).ToArray());
        double sum = 0;
        int defined = 0;
        foreach (int c in w.Classes)
        {
            double value = formula(w.Scores(c, true).ToArray(), w.Scores(c, false).ToArray());
            if (double.IsNaN(value)) continue;
            sum += value;
            defined++;
        }
        return defined == 0 ? double.NaN : sum / defined;
    }
}
