using ModelExporter.Pipeline;

namespace ModelExporter.Commands;

/// <summary>An exporter that has started, with the addresses it listens on: the main ones, then those for telemetry.</summary>
sealed record RunningExporter(Exporter Exporter, IReadOnlyList<string> Addresses);
