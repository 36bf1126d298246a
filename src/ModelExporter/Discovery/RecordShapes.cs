using System.Text.Json;
using ModelExporter.Engine.Records;
using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Discovery;

/// <summary>The keys at the top of JSON records, and the columns of CSV: what the decoder skips, and the models that it has to know beforehand.</summary>
sealed class RecordShapes
{
    static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true };

    readonly HashSet<string> _models = [];
    readonly HashSet<string> _nested = [];
    readonly HashSet<string> _scalars = [];

    /// <summary>The models that records name, in their order.</summary>
    public IReadOnlyCollection<string> Models => _models;

    /// <summary>Keys with an object or a list that are not the format's.</summary>
    public IReadOnlyCollection<string> Nested => _nested;

    /// <summary>Keys with a scalar that are not the format's.</summary>
    public IReadOnlyCollection<string> Scalars => _scalars;

    public void Add(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Options);
            Add(document.RootElement);
        }
        catch (JsonException)
        {
            // The decoder counts it, or reads it all the same.
        }
    }

    /// <summary>Takes the models of a CSV log in; a column is a role or a feature, so nothing of it is skipped.</summary>
    public void AddCsv(ReadOnlyMemory<byte> header, IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        int column = FieldsOf(header).FindIndex(NativeFields.NamesModel);
        if (column < 0) return;
        foreach (var line in lines)
            if (FieldsOf(line) is var fields && column < fields.Count && fields[column].Length > 0) _models.Add(fields[column]);
    }

    static List<string> FieldsOf(ReadOnlyMemory<byte> line)
    {
        var fields = new List<string>();
        var cursor = new CsvCursor(CsvCursor.Trim(line.Span));
        while (cursor.TryRead()) fields.Add(cursor.Text());
        return fields;
    }

    void Add(JsonElement record)
    {
        if (record.ValueKind == JsonValueKind.Array)
            foreach (var item in record.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object)) Add(item);
        if (record.ValueKind != JsonValueKind.Object) return;
        if (record.TryGetProperty("rows", out var rows) && rows.ValueKind == JsonValueKind.Array)
        {
            Add(rows);
            return;
        }
        foreach (var property in record.EnumerateObject())
        {
            bool isNested = property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
            if (NativeFields.NamesModel(property.Name))
            {
                if (property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { Length: > 0 } model) _models.Add(model);
            }
            else if (!NativeFields.IsField(property.Name)) (isNested ? _nested : _scalars).Add(property.Name);
        }
    }
}
