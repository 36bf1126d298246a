using ModelExporter.Exposition;
using ModelExporter.Pipeline;

namespace ModelExporter.Telemetry;

/// <summary>What the exporter's own metrics are read from.</summary>
public sealed record ExporterView(Exporter Exporter, ScrapeGate Scrapes, BuildInfo Build)
{
    public MonitoringPipeline? Pipeline => Exporter.IsRunning ? Exporter.Pipeline : null;
}
