namespace ModelExporter.Logging;

/// <summary>What is logged and how.</summary>
/// <param name="Level">The least level that is written. Default info.</param>
/// <param name="Format">Default logfmt.</param>
public sealed record LogOptions(LogLevel Level = LogLevel.Information, LogFormat Format = LogFormat.Logfmt);
