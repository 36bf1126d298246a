namespace ModelExporter.Engine.Records.Csv;

/// <summary>A column of a header.</summary>
/// <param name="Role">What it is in a record.</param>
/// <param name="Slot">Of a feature or the score of a class: the slot of its name.</param>
readonly record struct CsvColumn(CsvRole Role, ushort Slot = 0);
