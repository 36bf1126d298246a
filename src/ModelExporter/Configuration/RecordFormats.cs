using ModelExporter.Engine.Records;
using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Configuration;

/// <summary>Tells the format of logs, and makes the decoder of one.</summary>
public static class RecordFormats
{
    /// <summary>The format that a file's name tells: CSV if it ends in <c>.csv</c> or <c>.csv.gz</c>.</summary>
    public static RecordFormat OfName(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase)
            ? RecordFormat.Csv
            : RecordFormat.Json;

    /// <summary>A decoder for the records of a source.</summary>
    public static IRecordDecoder NewDecoder(RecordFormat format, SourceConfig? source) =>
        format == RecordFormat.Csv ? new CsvDecoder(source?.Columns) : new NativeDecoder(source?.Flat ?? false);
}
