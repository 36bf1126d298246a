namespace ModelExporter.Engine.Records.Json;

/// <summary>What a JSON value is, as <see cref="JsonCursor.TryReadValue"/> found it.</summary>
public enum JsonKind : byte
{
    Null,
    True,
    False,
    Number,
    String,

    /// <summary>A bare <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>: not JSON, but what Python's <c>json.dumps</c> writes.</summary>
    NonFinite,
    Object,
    Array,
}
