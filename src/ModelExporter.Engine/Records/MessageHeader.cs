namespace ModelExporter.Engine.Records;

/// <summary>A header of a message.</summary>
/// <param name="Name">Its name, such as <c>ce_type</c>.</param>
/// <param name="Value">Its bytes; of a header without a value none.</param>
public readonly record struct MessageHeader(string Name, ReadOnlyMemory<byte> Value);
