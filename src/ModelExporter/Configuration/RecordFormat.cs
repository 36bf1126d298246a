namespace ModelExporter.Configuration;

/// <summary>How the records of a log are written.</summary>
public enum RecordFormat
{
    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>A header, and one record a line.</summary>
    Csv,
}
