namespace ModelExporter.Engine.Records;

/// <summary>What a record holds in one place.</summary>
public enum ValueKind : byte
{
    /// <summary>The place does not occur.</summary>
    Absent,

    /// <summary><c>null</c>, <c>NaN</c>, <c>Infinity</c>: there, and nothing in it.</summary>
    Missing,
    Number,
    Text,
    Boolean,

    /// <summary>An object or an array where a scalar belongs.</summary>
    Composite,
}
