using System.Text.Json.Serialization;

namespace ModelExporter.Checkpoints;

/// <summary>Sources' states as JSON.</summary>
[JsonSerializable(typeof(Dictionary<string, SourceState>))]
sealed partial class SourceStateJson : JsonSerializerContext;
