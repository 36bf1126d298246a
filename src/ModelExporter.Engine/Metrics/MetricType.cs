namespace ModelExporter.Engine.Metrics;

/// <summary>The kind of a metric, as Prometheus knows it.</summary>
public enum MetricType
{
    Counter,
    Gauge,
    Histogram,
}
