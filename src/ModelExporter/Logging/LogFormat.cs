namespace ModelExporter.Logging;

/// <summary>How a log line is written.</summary>
public enum LogFormat
{
    /// <summary><c>key=value</c> pairs, as Prometheus and its exporters write them by default.</summary>
    Logfmt,

    /// <summary>One JSON object a line, with the same keys.</summary>
    Json,
}
