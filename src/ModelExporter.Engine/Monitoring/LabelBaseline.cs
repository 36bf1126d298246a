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
        var classes = new List<(string Name, long Count)>();
        foreach (int c in window.Classes)
            if (confusion.Actual(c) > 0) classes.Add((window.ClassMap[c]!, confusion.Actual(c)));
        classes.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Name, b.Name));
        return classes.Count == 0 ? null : FeatureBaseline.Categorical(
            OutputFeatures.Truth, missing: 0, [.. classes.Select(c => c.Name)], [.. classes.Select(c => c.Count)], classes.Count);
    }

    public static IReadOnlyDictionary<string, double> PerformanceOf(OutcomeWindow window, TaskKind task) =>
        PerformanceMetrics.For(task).Select(m => (m.Key, Value: m.Read(window))).Where(m => !double.IsNaN(m.Value)).ToDictionary(m => m.Key, m => m.Value);
}
