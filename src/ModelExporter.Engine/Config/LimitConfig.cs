namespace ModelExporter.Engine.Config;

/// <summary>Bounds on everything that a log could make grow.</summary>
public sealed record LimitConfig
{
    /// <summary>Features tracked per version; more are counted as unexpected. Default 200; 1 to 5,000.</summary>
    public int Features { get; init; } = 200;

    /// <summary>Categories of the baseline kept per feature; the rest share one cell. Default 60; 1 to 60.</summary>
    public int Categories { get; init; } = 60;

    /// <summary>Classes of a multiclass model; the rest are <c>__other__</c>. Default 16; 2 to 100.</summary>
    public int Classes { get; init; } = 16;

    /// <summary>Versions of a model that live at once; the rest share <c>__other__</c>. Default 10; 1 to 60.</summary>
    public int Versions { get; init; } = 10;
}
