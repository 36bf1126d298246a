using System.Text.Json;
using ModelExporter.Engine.Records;

namespace ModelExporter.Discovery;

/// <summary>The keys at the top of JSON records: what the decoder skips, and the models that it has to know beforehand.</summary>
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
