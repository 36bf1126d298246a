using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Engine.Monitoring;

/// <summary>The part of a baseline that comes from joined labels.</summary>
static class LabelBaseline
{
    /// <summary>The distribution of the labels: the rows of a confusion matrix, or the values of a regression.</summary>
    public static FeatureBaseline? Of(OutcomeWindow window, BaselineLearner learner)
    {
        if (!window.IsClassification) return learner.BuildLabel();
        var confusion = window.Confusion;
        var counts = new long[window.ClassMap.Capacity];
        foreach (int c in window.Classes) counts[c] = confusion.Actual(c);
        return OfClasses(OutputFeatures.Truth, window.ClassMap, counts, missing: 0);
    }

    /// <summary>The distribution of an output over the classes; null where none was counted.</summary>
    public static FeatureBaseline? OfClasses(string output, ClassMap map, ReadOnlySpan<long> counts, long missing)
    {
        var classes = new List<(string Name, long Count)>();
        for (int c = 0; c < counts.Length; c++)
            if (counts[c] > 0 && map[c] is { } name) classes.Add((name, counts[c]));
        classes.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Name, b.Name));
        return classes.Count == 0 ? null : FeatureBaseline.Categorical(
            output, missing, [.. classes.Select(c => c.Name)], [.. classes.Select(c => c.Count)], classes.Count);
    }

    public static IReadOnlyDictionary<string, double> PerformanceOf(OutcomeWindow window, TaskKind task) =>
        PerformanceMetrics.For(task).Select(m => (m.Key, Value: m.Read(window))).Where(m => !double.IsNaN(m.Value)).ToDictionary(m => m.Key, m => m.Value);

    public static IReadOnlyDictionary<string, PerformanceBounds> BoundsOf(OutcomeWindow window, TaskKind task) =>
        PerformanceMetrics.For(task).Where(m => m.Bounds is not null).Select(m => (m.Key, Bounds: m.Bounds!(window)))
            .Where(m => !double.IsNaN(m.Bounds.Lower)).ToDictionary(m => m.Key, m => new PerformanceBounds(m.Bounds.Lower, m.Bounds.Upper));
}
