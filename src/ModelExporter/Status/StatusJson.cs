using System.Text.Json.Serialization;

namespace ModelExporter.Status;

/// <summary>Writes the status as JSON: names in snake case, what is not known as null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ExporterStatus))]
sealed partial class StatusJson : JsonSerializerContext;
