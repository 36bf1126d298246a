using ModelExporter.Http;
using ModelExporter.Logging;

namespace ModelExporter.Commands;

/// <summary>How a command serves: where, and how it logs.</summary>
sealed record ServeOptions(WebOptions Web, LogOptions Logging);
