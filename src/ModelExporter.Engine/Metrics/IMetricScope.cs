namespace ModelExporter.Engine.Metrics;

/// <summary>What a metric is said about: a model, a version, a window of it, a feature. Its labels follow from it.</summary>
interface IMetricScope
{
    static abstract IReadOnlyList<string> Labels { get; }

    string[] LabelValues { get; }
}
