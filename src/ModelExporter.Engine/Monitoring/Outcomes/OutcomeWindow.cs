using ModelExporter.Statistics.Performance.Classification;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>The outcomes of one window, read through their layout.</summary>
sealed class OutcomeWindow(OutcomeLayout layout, ClassMap classes, CellTotals totals)
{
    public ClassMap ClassMap => classes;

    public BinaryLayout? Binary => layout as BinaryLayout;

    public MulticlassLayout? Multiclass => layout as MulticlassLayout;

    public bool IsClassification => layout is not RegressionLayout;

    public long Labels => totals.Counts[OutcomeLayout.Labels];

    public ConfusionMatrix Confusion => layout switch
    {
        BinaryLayout => new ConfusionMatrix(Counts(BinaryLayout.Confusion, BinaryLayout.Classes * BinaryLayout.Classes), BinaryLayout.Classes),
        MulticlassLayout m => new ConfusionMatrix(Counts(MulticlassLayout.Confusion, m.Classes * m.Classes), m.Classes),
        _ => default,
    };

    /// <summary>Classes whose name is known.</summary>
    public IEnumerable<int> Classes => Enumerable.Range(0, classes.Capacity).Where(c => classes[c] is not null);

    public long Count(int cell) => totals.Counts[cell];

    public double Sum(int cell) => totals.Sums[cell];

    public ReadOnlySpan<long> Counts(int first, int length) => totals.Counts.AsSpan(first, length);

    public ReadOnlySpan<double> SumsOf(int first, int length) => totals.Sums.AsSpan(first, length);

    /// <summary>Scores for a class, of those that are of it or of the rest, by the bin of the grid.</summary>
    public ReadOnlySpan<long> Scores(int @class, bool positive) => layout switch
    {
        BinaryLayout => Counts(BinaryLayout.ScoresOf(positive), BinaryLayout.Grid.Bins),
        MulticlassLayout m => Counts(m.ScoresOf(@class, positive), MulticlassLayout.Grid.Bins),
        _ => default,
    };
}
