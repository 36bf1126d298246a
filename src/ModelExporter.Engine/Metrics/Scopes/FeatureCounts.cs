using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Inputs;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Statistics.Histograms;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Metrics;

/// <summary>How often each value cell of a feature was met, beside its baseline.</summary>
/// <param name="Baseline">How it was distributed.</param>
/// <param name="Values">Counts by cell of the baseline.</param>
/// <param name="EndSums">Numeric: sums of the values in the outermost bins.</param>
sealed record FeatureCounts(FeatureBaseline Baseline, long[] Values, double[] EndSums)
{
    public long Missing { get; init; }

    public long Absent { get; init; }

    public long WrongType { get; init; }

    public long NotFinite { get; init; }

    /// <summary>Usable values.</summary>
    public long Total { get; } = Values.Sum();

    public long Unseen => Baseline.Type == FeatureType.Categorical ? Values[Baseline.UnseenCell] : 0;

    public long OutOfRange => Baseline.Type == FeatureType.Numeric ? Values[0] + Values[^1] : 0;

    public long[] Groups()
    {
        var groups = new long[Baseline.GroupNames.Length];
        BinGroups.Sum(Values, Baseline.GroupOfCell, groups);
        return groups;
    }

    /// <summary>Reads a feature from the state of the inputs.</summary>
    public static FeatureCounts Of(TrackedFeature feature, CellTotals totals) => new(
        feature.Baseline,
        totals.Counts.AsSpan(feature.FirstCell, feature.ValueCells).ToArray(),
        totals.Sums.AsSpan(feature.FirstSum, feature.NextSum - feature.FirstSum).ToArray())
    {
        Missing = totals.Counts[feature.MissingCell],
        Absent = totals.Counts[feature.AbsentCell],
        WrongType = totals.Counts[feature.WrongTypeCell],
        NotFinite = totals.Counts[feature.NotFiniteCell],
    };

    /// <summary>Reads the labels of a classification from its confusion matrix.</summary>
    public static FeatureCounts OfLabels(FeatureBaseline baseline, OutcomeWindow outcomes)
    {
        var values = new long[baseline.Cells];
        var confusion = outcomes.Confusion;
        foreach (int c in outcomes.Classes)
        {
            int category = Array.IndexOf(baseline.Categories, outcomes.ClassMap[c]);
            values[category < 0 ? baseline.UnseenCell : Math.Min(category, baseline.OtherCell)] += confusion.Actual(c);
        }
        return new FeatureCounts(baseline, values, []);
    }
}
