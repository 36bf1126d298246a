using System.Diagnostics.Metrics;
using ModelExporter.Engine.Records;
using ModelExporter.Sources.Kafka;

namespace ModelExporter.Telemetry;

/// <summary>A row of the exporter's own metrics: name, help, labels, and how its measurements are read.</summary>
/// <param name="Name">The name as it is exposed.</param>
/// <param name="IsCounter">Whether it only grows.</param>
/// <param name="Help">One line.</param>
/// <param name="Labels">The labels of its series.</param>
/// <param name="Read">Its measurements now.</param>
public sealed record ExporterMetric(
    string Name, bool IsCounter, string Help, IReadOnlyList<string> Labels, Func<ExporterView, IEnumerable<Measurement<double>>> Read)
{
    /// <summary>How many series it can have of so many models and sources.</summary>
    public int MaxSeries(int names) => Labels switch
    {
        [] => 1,
        _ when Labels.Contains("reason") => names * (RejectReasons.All.Count() + 1),
        _ when Labels.Contains("outcome") => names * 2,
        _ when Labels.Contains("partition") => names + KafkaCounters.MaxPartitions,
        _ when Labels.Contains("broker") => names + KafkaCounters.MaxBrokers,
        _ => names,
    };
}
