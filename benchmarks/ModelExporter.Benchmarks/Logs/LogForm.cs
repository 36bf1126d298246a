namespace ModelExporter.Benchmarks.Logs;

/// <summary>How a log writes its JSON.</summary>
public enum LogForm
{
    /// <summary>No white space, and numbers with at most five decimals.</summary>
    Compact,

    /// <summary>As Python's <c>json.dumps</c> writes it: a space behind every comma and colon, and numbers with all of their digits.</summary>
    Py,
}
