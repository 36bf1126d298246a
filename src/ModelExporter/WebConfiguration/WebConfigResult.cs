using ModelExporter.Configuration;

namespace ModelExporter.WebConfiguration;

/// <summary>What came of reading a web config.</summary>
/// <param name="Config">The config; null = there are errors.</param>
/// <param name="Errors">What is wrong with it, in the order of the file.</param>
sealed record WebConfigResult(WebConfig? Config, IReadOnlyList<ConfigError> Errors);
