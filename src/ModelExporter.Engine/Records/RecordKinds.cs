namespace ModelExporter.Engine.Records;

/// <summary>Which records a source takes.</summary>
[Flags]
public enum RecordKinds
{
    Predictions = 1,
    Labels = 2,
    All = Predictions | Labels,
}
