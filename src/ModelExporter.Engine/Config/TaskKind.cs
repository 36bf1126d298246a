namespace ModelExporter.Engine.Config;

/// <summary>What a model predicts: one of two classes, one of several, or a number.</summary>
public enum TaskKind
{
    Binary,
    Multiclass,
    Regression,
}
